package cn.lianxin.journey;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A browser that keeps its memory on the disk, so that it can be killed and comes back as the same one. */
final class OwnBrowser implements AutoCloseable {

    private final Path memory;
    private final Playwright playwright;
    private final BrowserContext context;

    OwnBrowser(Path memory) {
        this.memory = memory.toAbsolutePath();
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.context = playwright
                .chromium()
                .launchPersistentContext(
                        this.memory,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(Chromium.program())
                                .setArgs(Chromium.ARGUMENTS)
                                .setLocale("zh-CN")
                                .setViewportSize(360, 740));
        context.setDefaultTimeout(20_000);
    }

    BrowserContext context() {
        return context;
    }

    /** All its processes at once, by the signal that nobody can catch. */
    void kill() {
        var killed =
                ProcessHandle.current().descendants().filter(this::isOfThis).toList();
        if (killed.isEmpty()) {
            throw new IllegalStateException("no browser to kill");
        }
        killed.forEach(ProcessHandle::destroyForcibly);
        killed.forEach(one -> one.onExit().join());
    }

    private boolean isOfThis(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"))
                    .contains(memory.toString());
        } catch (IOException gone) {
            return false;
        }
    }

    @Override
    public void close() {
        try (playwright) {
            context.close();
        } catch (PlaywrightException killed) {
            // It has nothing to close any more.
        }
    }

    static Path memory(String name) {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "browsers")), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
