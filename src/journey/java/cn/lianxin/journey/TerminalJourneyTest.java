package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
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
