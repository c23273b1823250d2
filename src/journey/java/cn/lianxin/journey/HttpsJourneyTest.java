package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.TestDatabase;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ContextConfiguration;

/** A real browser before an installation with an authority of its own: first a stranger to it, then trusting its root. */
@Tag("browser")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "lianxin.https=true",
            "lianxin.demo=false",
            "lianxin.clockwork=false",
            "lianxin.second-factor.mandatory=none"
        })
@Import(Collieries.class)
@ContextConfiguration(initializers = {TestDatabase.class, HttpsJourneyTest.Installation.class})
class HttpsJourneyTest {

    @Autowired
    Environment environment;

    @Autowired
    MessageSource messages;

    @Autowired
    Collieries collieries;

    @TempDir
    Path stranger;

    @TempDir
    Path trusting;

    @Test
    void who_does_not_trust_it_yet_reads_how_and_meets_no_warning() {
        try (var chromium = Chromium.startIn(stranger);
                var context = chromium.browser().newContext(phone())) {
            var warned = context.newPage();
            assertThatThrownBy(() -> warned.navigate(secure("/"))).hasMessageContaining("ERR_CERT_AUTHORITY_INVALID");

            // On a page of its own: the browser still shows its warning on the other.
            var page = context.newPage();
            page.navigate(plain("/receipt"));
            page.waitForTimeout(1_000);

            assertThat(page.url()).startsWith(plain("/trust"));
            assertThat(page.locator("h1").textContent()).isEqualTo("让手机认得连心");
            assertThat(page.locator("[data-trusted]").getAttribute("href")).isEqualTo(secure("/receipt"));
        }
    }

    @Test
    void who_trusts_its_root_is_led_on_to_https_by_whatever_he_typed() throws Exception {
        trust();
        try (var chromium = Chromium.startIn(trusting);
                var context = chromium.browser().newContext(phone())) {
            var page = context.newPage();
            assertThat(page.navigate(secure("/")).status()).isEqualTo(200);
            assertThat(page.navigate(secure("/").replace("localhost", "127.0.0.1"))
                            .status())
                    .isEqualTo(200);
            assertThat(page.evaluate("isSecureContext && !!navigator.mediaDevices && !!window.PublicKeyCredential"))
                    .isEqualTo(true);

            page.navigate(plain("/receipt"));
            page.waitForURL(secure("/receipt"));

            leave(page, "http://localhost:" + port() + "/receipt?x=1");
            page.waitForURL(secure("/receipt?x=1"));
        }
    }

    @Test
    void the_page_of_trust_can_be_read_by_everybody() {
        try (var chromium = Chromium.startIn(stranger);
                var context = chromium.browser().newContext(phone())) {
            var walk = new Walk(context, messages, plain(""), Face.CHINESE);

            assertThat(faults(walk, plain("/trust"), "trust")).isEmpty();
        }
    }

    @Test
    void an_administrator_signs_in_and_reads_what_is_in_force_and_the_sheet() throws Exception {
        trust();
        var administrator = collieries.found().administrator();
        try (var chromium = Chromium.startIn(trusting);
                var context = chromium.browser().newContext(phone())) {
            var walk = new Walk(context, messages, secure(""), Face.CHINESE).signIn(administrator);
            assertThat(walk.remembered("__Host-lianxin")).isNotEmpty();

            assertThat(faults(walk, secure("/certificate"), "certificate")).isEmpty();
            assertThat(faults(walk, secure("/certificate/sheet"), "sheet")).isEmpty();
        }
    }

    @Test
    void a_passkey_is_made_for_the_name_and_signs_in() throws Exception {
        trust();
        var worker = collieries.found().worker();
        try (var chromium = Chromium.startIn(trusting);
                var context = chromium.browser().newContext(phone())) {
            var walk = new Walk(context, messages, secure(""), Face.CHINESE).signIn(worker);

            VirtualDevice.addAndSignInWith(walk);

            walk.open("/me").seesWords(worker.number());
            assertThat(walk.faults()).isEmpty();
        }
    }

    private static List<String> faults(Walk walk, String address, String name) {
        var faults = new ArrayList<String>();
        for (var senior : List.of("off", "on")) {
            for (var language : List.of("zh-CN", "en")) {
                walk.remember("senior", senior);
                walk.remember("language", language);
                for (var width : List.of(1440, 360)) {
                    walk.page().setViewportSize(width, 740);
                    walk.page().navigate(address);
                    var found = new ArrayList<>(walk.check().layoutFaults());
                    found.addAll(walk.check().accessibilityFaults());
                    found.forEach(fault -> faults.add(senior + " " + language + " " + width + ": " + fault));
                }
                walk.photograph(Path.of("target", "journeys", name + "-" + senior + "-" + language + ".png"));
            }
        }
        return faults;
    }

    /** The answer at the wrong door is an error by its status, which the browser says before its script leads on. */
    private static void leave(Page page, String address) {
        try {
            page.navigate(address);
        } catch (PlaywrightException ledOn) {
            // Where it leads is what the test waits for.
        }
    }

    private void trust() throws IOException, InterruptedException {
        var root = trusting.resolve("lianxin.crt");
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(plain("/trust/lianxin.crt")))
                                .build(),
                        BodyHandlers.ofFile(root));
        var store = Files.createDirectories(trusting.resolve(".pki/nssdb"));
        run("certutil", "-N", "-d", "sql:" + store, "--empty-password");
        run("certutil", "-A", "-d", "sql:" + store, "-n", "lianxin", "-t", "C,,", "-i", root.toString());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
    }

    private static Browser.NewContextOptions phone() {
        return new Browser.NewContextOptions().setViewportSize(360, 740).setLocale("zh-CN");
    }

    private String secure(String path) {
        return "https://localhost:" + port() + path;
    }

    private String plain(String path) {
        return "http://localhost:" + environment.getProperty("lianxin.redirect-port") + path;
    }

    private String port() {
        return environment.getRequiredProperty("local.server.port");
    }

    static final class Installation implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try (var free = new ServerSocket(0)) {
                var parent = Files.createDirectories(Path.of("target", "test-https"));
                TestPropertyValues.of(
                                "lianxin.data="
                                        + Files.createTempDirectory(parent, "journey")
                                                .toAbsolutePath(),
                                "lianxin.redirect-port=" + free.getLocalPort(),
                                "lianxin.hosts=lianxin.test")
                        .applyTo(context);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
