package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.companyaccount.Installation;
import cn.lianxin.factor.AuthenticatorApp;
import cn.lianxin.kernel.PersonId;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certified provider that was not written here, at another site than ours, and a real browser between both. */
@Tag("browser")
class CompanyAccountJourneyTest {

    private static final Path PROVIDER = Path.of("target", "npm", "openid");

    private static Installation house;
    private static Process provider;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        var port = freePort();
        house = new Installation(
                data,
                "localhost",
                "--lianxin.openid.issuer=http://127.0.0.1:" + port,
                "--lianxin.openid.client=lianxin");
        provider = provider(port);
    }

    private static Process provider(int port) throws IOException {
        assertThat(PROVIDER.resolve("node_modules").toFile())
                .as("./lianxin test puts the provider there; by hand: cp -r src/test/npm/openid target/npm/ && cd"
                        + " target/npm/openid && npm ci --ignore-scripts")
                .isDirectory();
        var process = new ProcessBuilder(
                        "node",
                        Path.of("src", "test", "npm", "openid", "serve.mjs")
                                .toAbsolutePath()
                                .toString(),
                        Integer.toString(port),
                        house.site() + "/sign-in/company/back",
                        house.site() + "/")
                .directory(PROVIDER.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new StringBuilder();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals("ready")) {
                Thread.ofVirtual().start(() -> output.lines().forEach(System.out::println));
                return process;
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("the provider does not start: " + said);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        provider.destroy();
        provider.waitFor();
        house.close();
    }

    @Test
    void a_worker_signs_in_by_the_company_sets_up_a_code_signs_out_of_both_and_is_asked_for_the_code_next_time() {
        var person = house.village().worker(house.village().mine());
        house.people().give(person);
        try (var chromium = Chromium.start();
                var context = chromium.browser().newContext(sized(360, 740))) {
            var page = context.newPage();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            letTheAdministratorKeepTheSecret(page);

            throughTheProvider(page, "/inbox", number(person));
            page.waitForURL(house.site() + "/inbox");
            page.navigate(house.site() + "/me");
            assertThat(page.content()).contains(number(person));

            var app = setUpCode(page);
            page.navigate(house.site() + "/sign-out");
            press(page, "退出登录");
            page.waitForURL(house.site() + "/sign-in/company/over");
            photograph(page, "over-360");
            page.getByText("把单位账号也退出").click();
            page.locator("button[value=yes]").click();
            page.waitForURL(house.site() + "/");

            throughTheProvider(page, "/inbox", number(person));
            page.waitForURL(house.site() + "/sign-in/code");
            assertThat(context.cookies(house.site()).stream().map(cookie -> cookie.name))
                    .doesNotContain("lianxin");
            page.locator("input[name=code]").fill(SecondFactors.nextCode(app));
            press(page, "登录");
            page.waitForURL(house.site() + "/inbox");
            assertThat(house.logged(person))
                    .containsSubsequence(
                            "COMPANY_VOUCHED GET /sign-in/company/back",
                            "SIGNED_IN GET /sign-in/company/back",
                            "COMPANY_VOUCHED GET /sign-in/company/back",
                            "SIGNED_IN_BY_FACTOR POST /sign-in/code");
        }
        assertThat(complaints).noneMatch(complaint -> complaint.contains("Content Security Policy"));
    }

    @Test
    void who_says_no_at_the_provider_and_who_is_not_of_us_read_a_sentence() {
        try (var chromium = Chromium.start();
                var context = chromium.browser().newContext(sized(1440, 900))) {
            var page = context.newPage();
            letTheAdministratorKeepTheSecret(page);
            page.navigate(house.site() + "/sign-in");
            photograph(page, "sign-in-1440");
            page.getByText("用单位统一账号登录").click();
            page.getByText("Cancel").click();
            page.waitForURL(house.site() + "/sign-in/company/back*");
            assertThat(page.content()).contains("没有让您过来");
            photograph(page, "refused-1440");

            throughTheProvider(page, "/", "stranger-7");
            page.waitForURL(house.site() + "/sign-in/company/back*");

            assertThat(page.content()).contains("没有给您开通");
            page.navigate(house.site() + "/display?language=en&back=/sign-in");
            page.navigate(house.site() + "/sign-in");
            photograph(page, "sign-in-english-1440");
        }
    }

    /** In a context that nobody uses afterwards for something else than what is signed out. */
    private static void letTheAdministratorKeepTheSecret(Page page) {
        page.navigate(house.site() + "/sign-in");
        photograph(page, "sign-in-" + page.viewportSize().width);
        page.locator("#number").fill(number(house.administrator()));
        page.locator("#password").fill(Installation.OWN_PASSWORD);
        press(page, "登录");
        page.navigate(house.site() + "/company-account");
        assertThat(page.content()).contains(house.site() + "/sign-in/company/back");
        page.locator("#openid-secret").fill("told once to the administrator");
        photograph(page, "company-account-" + page.viewportSize().width);
        press(page, "加锁存起来");
        page.navigate(house.site() + "/sign-out");
        press(page, "退出登录");
    }

    private static void throughTheProvider(Page page, String back, String name) {
        page.navigate(house.site() + "/sign-in?back=" + back);
        page.getByText("用单位统一账号登录").click();
        page.locator("input[name=login]").fill(name);
        page.locator("input[name=password]").fill("whatever it wants");
        page.locator("button[type=submit]").click();
        page.locator("button[type=submit]").click();
    }

    private static AuthenticatorApp setUpCode(Page page) {
        page.navigate(house.site() + "/me/second-factor");
        photograph(page, "second-factor-360");
        page.locator("form[action='/me/second-factor/enrolment'] button.button-go")
                .first()
                .click();
        var app = new AuthenticatorApp(page.locator(".fingerprint").innerText().replaceAll("\\s", ""));
        page.locator("input[name=code]").fill(app.code(Instant.now()));
        page.locator("form[action='/me/second-factor/confirmation'] button").click();
        page.waitForCondition(() -> page.locator(".fingerprint").count() == 10);
        return app;
    }

    private static void press(Page page, String words) {
        page.locator("main button").getByText(words).first().click();
        page.waitForLoadState();
    }

    /** And examines it. */
    private static void photograph(Page page, String name) {
        assertThat(new PageCheck(page, true).faults()).as(name).isEmpty();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "journeys", "company-" + name + ".png"))
                .setFullPage(true));
    }

    private static String number(PersonId person) {
        return house.village().staffNumber(person);
    }

    private static Browser.NewContextOptions sized(int width, int height) {
        return new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(width, height);
    }
}
