package cn.lianxin.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The system's own browser, started once for a run and closed with it. Where there is one without windows it is taken: it
 * renders the same pages in half the time, but has no microphone.
 */
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {

    private static final Path WHOLE = Path.of("/usr/bin/chromium");
    private static final Path WITHOUT_WINDOWS = Path.of("/usr/bin/chromium-headless-shell");
    static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // A microphone that hears the same tone for ever; who may use it is asked as ever.
            "--use-fake-device-for-media-stream",
            "--use-file-for-fake-audio-capture=" + Tone.file());

    static Chromium start() {
        return startIn(home());
    }

    static Chromium startWithMicrophone() {
        return start(WHOLE, home());
    }

    /** With what this home directory trusts. */
    static Chromium startIn(Path home) {
        return start(program(), home);
    }

    static Path program() {
        return Files.isExecutable(WITHOUT_WINDOWS) ? WITHOUT_WINDOWS : WHOLE;
    }

    private static Path home() {
        return Path.of(System.getProperty("user.home"));
    }

    private static Chromium start(Path program, Path home) {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setEnv(environment(home))
                        .setArgs(ARGUMENTS));
        return new Chromium(playwright, browser);
    }

    private static Map<String, String> environment(Path home) {
        var environment = new HashMap<>(System.getenv());
        environment.put("HOME", home.toString());
        return environment;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
