package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.Lianxin;
import cn.lianxin.TestClock;
import cn.lianxin.TestDatabase;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A robot has used up what strangers of an address get; a worker without an account writes from there all the same. */
@Tag("browser")
class PassJourneyTest {

    private static final String WORDS = "澡堂没热水 <b>三天</b>了";

    private static ConfigurableApplicationContext product;
    private static String site;

    @BeforeAll
    static void open(@TempDir Path data) {
        product = new SpringApplicationBuilder(Lianxin.class, TestClock.Setup.class)
                .initializers(new TestDatabase())
                .run(
                        "--server.port=0",
                        "--lianxin.data=" + data,
                        "--lianxin.demo=false",
                        "--lianxin.clockwork=false",
                        "--lianxin.second-factor.mandatory=none");
        var port = product.getEnvironment().getRequiredProperty("local.server.port");
        site = "http://127.0.0.1:" + port;
    }

    @AfterAll
    static void close() {
        product.close();
        TestClock.reset();
    }

    @BeforeEach
    void robot() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            for (var i = 0; i < 70; i++) {
                client.send(
                        HttpRequest.newBuilder(URI.create(site + "/concerns/new/" + token() + "/words"))
                                .header("Origin", site)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("text=robot"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
            }
        }
    }

    @Test
    void his_phone_has_worked_for_it_before_he_has_written_his_sentence() {
        try (var chromium = Chromium.start();
                var context = chromium.browser().newContext(phone(true))) {
            var page = context.newPage();
            page.navigate(site + "/concerns/new");
            page.waitForCondition(() -> context.cookies(site).stream().anyMatch(one -> one.name.equals("pass")));
            write(page);

            page.waitForURL("**/matter");
        }
    }

    @Test
    void where_it_had_no_time_the_page_works_and_goes_on_by_itself_with_what_he_wrote() {
        try (var chromium = Chromium.start();
                var context = chromium.browser().newContext(phone(true))) {
            var page = context.newPage();
            page.route("**/pass", route -> route.abort());
            page.navigate(site + "/concerns/new");
            write(page);

            page.waitForURL("**/matter");
            page.navigate(page.url().replace("/matter", "/words"));
            assertThat(page.locator("textarea").inputValue()).isEqualTo(WORDS);
        }
    }

    @Test
    void without_a_script_he_waits_a_little_and_nothing_is_lost() {
        try (var chromium = Chromium.start();
                var context = chromium.browser().newContext(phone(false))) {
            var page = context.newPage();
            page.navigate(site + "/concerns/new");
            write(page);

            assertThat(page.locator("h1").textContent()).isEqualTo("稍等一下");
            assertThat(page.locator("input[name=text]").inputValue()).isEqualTo(WORDS);
            page.locator("main button").click();
            assertThat(page.locator("main").textContent()).contains("还没轮到");
            TestClock.forward(Duration.ofSeconds(21));
            page.locator("main button").click();

            page.waitForURL("**/matter");
        }
    }

    private static void write(Page page) {
        page.locator("textarea").fill(WORDS);
        page.locator("form.question button.button-go").click();
    }

    private static Browser.NewContextOptions phone(boolean script) {
        return new Browser.NewContextOptions().setViewportSize(360, 740).setJavaScriptEnabled(script);
    }

    private static String token() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    }
}
