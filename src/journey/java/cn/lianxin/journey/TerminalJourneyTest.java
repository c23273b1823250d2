package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
class TerminalJourneyTest {

    private static final long PAUSE_AND_LAST_CALL = 76_000;

    @Autowired
    Collieries collieries;

    @Test
    void a_card_fills_in_the_number_and_after_a_pause_nothing_of_the_visit_is_left(Devices devices) {
        var colliery = collieries.found();
        var terminal = terminal(devices, colliery);

        card(terminal, colliery.worker().number());
        terminal.sees("sign-in.title");
        assertThat(terminal.field("sign-in.number").inputValue())
                .isEqualTo(colliery.worker().number());
        terminal.write("sign-in.password", Colliery.PASSWORD).press("sign-in.go");
        terminal.press("concern.raise")
                .write("raise.words", "皮带机头没有护栏")
                .press("raise.next")
                .sees("raise.step.2");
        var draft = terminal.page().url();
        terminal.page().clock().runFor(PAUSE_AND_LAST_CALL);
        terminal.page().waitForURL(devices.home() + "/");

        terminal.sees("home.greeting.nobody");
        assertThat(terminal.page().evaluate("JSON.stringify([localStorage, sessionStorage])"))
                .isEqualTo("[{},{\"drafts\":\"[]\"}]");
        terminal.page().goBack();
        assertThat(terminal.text()).doesNotContain("皮带机头");
        terminal.page().navigate(draft);
        assertThat(terminal.text()).doesNotContain("皮带机头");
    }

    @Test
    void who_touches_the_screen_in_time_stays(Devices devices) {
        var colliery = collieries.found();
        var terminal = terminal(devices, colliery);
        terminal.signIn(colliery.worker());

        terminal.page().clock().runFor(62_000);
        terminal.sees("terminal.still-here");
        terminal.page().locator("[data-last-call] button").click();
        terminal.page().clock().runFor(30_000);

        assertThat(terminal.text()).contains(colliery.worker().name());
        terminal.press("terminal.leave").sees("home.greeting.nobody");
    }

    @Test
    void an_anonymous_reporter_prints_his_receipt_and_leaves_no_trace(Devices devices) {
        var colliery = collieries.found();
        var terminal = terminal(devices, colliery);
        terminal.press("concern.raise").write("raise.words", "队长让带病下井").press("raise.next");
        terminal.select("raise.unit", colliery.mineName()).press("raise.next");
        var written = terminal.page().url();
        terminal.press("raise.send");
        terminal.sees("sent.title");
        assertThat(small(terminal)).as("too small for a finger in a glove").isEmpty();
        var digits = terminal.page().locator(".digits").innerText();

        terminal.page().evaluate("window.print = () => window.printed = document.body.className");
        terminal.page().getByText(terminal.say("sent.print")).first().click();
        assertThat(terminal.page().evaluate("window.printed").toString())
                .contains("receipt")
                .doesNotContain("sheet");
        var words = terminal.page().locator(".spoken-words span").allInnerTexts();
        assertThat(words).hasSize(7);
        assertThat(terminal.page().locator(".spoken-words").evaluate("one => one.closest('.no-print') === null"))
                .as("printed too")
                .isEqualTo(true);
        terminal.press("terminal.leave").sees("home.greeting.nobody");

        terminal.page().navigate(written);
        assertThat(terminal.text()).doesNotContain("队长让带病下井", digits, String.join(" ", words));
        terminal.sees("refusal.draft-gone");
        assertThat(sentAgain(terminal, devices.home(), written)).isEqualTo(409);
        assertThat(terminal.page().evaluate("JSON.stringify([localStorage, sessionStorage.length])"))
                .isEqualTo("[{},1]");
    }

    /** What the browser's question whether to send the form again would answer. */
    private static int sentAgain(Walk walk, String home, String written) {
        var token = written.replaceAll(".*/new/([^/]+)/.*", "$1");
        return walk.page()
                .request()
                .post(
                        home + "/concerns",
                        RequestOptions.create()
                                .setHeader("Origin", home)
                                .setForm(FormData.create().set("token", token).set("mode", "ANONYMOUS")))
                .status();
    }

    private static String small(Walk walk) {
        return walk.page().evaluate("""
                Array.from(document.querySelectorAll('main button, main .button, header a, .leaving button'))
                    .filter(one => one.offsetParent !== null && one.getBoundingClientRect().height < 56)
                    .map(one => one.outerHTML).join()\
                """).toString();
    }

    /** As high as a door is wide: the screen of a kiosk. */
    private static Walk terminal(Devices devices, Colliery colliery) {
        var walk = devices.walk(
                Face.CHINESE,
                new Browser.NewContextOptions().setViewportSize(1080, 1920).setHasTouch(true));
        walk.signIn(colliery.administrator())
                .open("/terminals")
                .write("terminals.name", "一号灯房")
                .press("terminals.go")
                .sees("home.greeting.nobody");
        walk.page().clock().install();
        return walk.open("/");
    }

    private static void card(Walk walk, String number) {
        walk.page().keyboard().type(number);
        walk.page().keyboard().press("Enter");
        walk.page().waitForURL("**/sign-in");
    }
}
