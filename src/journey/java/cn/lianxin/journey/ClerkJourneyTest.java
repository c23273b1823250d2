package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
class ClerkJourneyTest {

    /** In points of 1/72 inch. */
    private static final String MEDIA_BOX_OF_80_MILLIMETRES = "/MediaBox \\[0 0 22[67](\\.[0-9]+)? ";

    @Autowired
    Collieries collieries;

    @Test
    void a_clerk_writes_down_what_a_worker_says_and_prints_the_receipt(Devices devices) {
        var colliery = collieries.found();
        var clerk = devices.desktop().signIn(colliery.desk());

        clerk.press("navigation.entry")
                .select("entry.channel", clerk.say("channel.TELEPHONE"))
                .write("entry.staff-number", colliery.worker().number())
                .write("entry.words", "我家属楼三单元楼道灯坏了俩月，老人摔过一回");
        clerk.field("entry.read-back").check();
        clerk.press("entry.send");

        clerk.sees("sent.title").sees("sent.receipt").seesWords("楼道灯坏了");
        clerk.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(clerk.page().locator("header.masthead").isVisible()).isFalse();
        assertThat(clerk.page().locator("footer").isVisible()).isFalse();
        assertThat(clerk.page().locator("svg.qr").isVisible()).isTrue();
        var paper = clerk.page().pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        assertThat(new String(paper, StandardCharsets.ISO_8859_1)).containsPattern(MEDIA_BOX_OF_80_MILLIMETRES);

        devices.phone().signIn(colliery.worker()).press("concern.list.title").seesWords("楼道灯坏了");
    }

    @Test
    void a_telephone_call_is_written_down_without_touching_the_mouse(Devices devices) {
        var colliery = collieries.found();
        var clerk = devices.desktop().signIn(colliery.desk()).open("/desk");
        var keyboard = clerk.page().keyboard();
        var keys = new ArrayList<String>();
        Consumer<String> press = key -> {
            keys.add(key);
            keyboard.press(key);
        };

        clerk.sees("work.keys.call").leaveBy(() -> press.accept("t"));
        clerk.sees("entry.title");
        assertThat(clerk.field("entry.channel").inputValue()).isEqualTo("TELEPHONE");
        keyboard.type(colliery.worker().number());
        press.accept("Tab");
        press.accept("Tab");
        keyboard.type("E4");
        press.accept("Tab");
        press.accept("Tab");
        press.accept("Tab");
        keyboard.type("二号澡堂下夜班没热水");
        press.accept("Tab");
        press.accept("Space");
        clerk.leaveBy(() -> press.accept("Control+Enter"));

        clerk.sees("sent.title").seesWords("二号澡堂下夜班没热水");
        assertThat(keys).as("besides what is typed into the fields").hasSize(9);
        clerk.leaveBy(() -> press.accept("t"));
        clerk.sees("entry.title");
        assertThat(clerk.field("entry.channel").inputValue()).isEqualTo("TELEPHONE");
        devices.phone().signIn(colliery.worker()).press("concern.list.title").seesWords("二号澡堂下夜班没热水");
    }

    @Test
    void the_desk_prints_a_slip_on_a4_with_the_words_of_the_receipt(Devices devices) {
        var colliery = collieries.found();
        var clerk = devices.desktop().signIn(colliery.desk()).open("/desk/entry?channel=LETTER");
        clerk.write("entry.staff-number", colliery.worker().number())
                .write("entry.words", "宿舍楼水压低")
                .press("entry.send");

        clerk.page().evaluate("window.print = () => window.printed = document.body.className");
        clerk.page().getByText(clerk.say("sent.print-a4")).click();
        assertThat(clerk.page().evaluate("window.printed").toString()).contains("slip-a4");
        clerk.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(clerk.page().locator(".spoken-words").isVisible()).isTrue();
        assertThat(clerk.page().locator("svg.qr").isVisible()).isTrue();
        var paper = new String(
                clerk.page().pdf(new Page.PdfOptions().setPreferCSSPageSize(true)), StandardCharsets.ISO_8859_1);
        assertThat(paper).containsPattern("/MediaBox \\[0 0 59[45](\\.[0-9]+)? 84[12]");
        assertThat(paper).containsPattern("/Count 1\\b");
    }

    @Test
    void a_clerk_who_mistypes_the_staff_number_keeps_what_he_wrote(Devices devices) {
        var clerk = devices.desktop().signIn(collieries.found().desk());

        clerk.press("navigation.entry")
                .write("entry.staff-number", "J-nobody")
                .write("entry.words", "水卡充不上")
                .press("entry.send");

        clerk.sees("refusal.reporter-unknown");
        assertThat(clerk.field("entry.words").inputValue()).isEqualTo("水卡充不上");
        assertThat(clerk.field("entry.staff-number").inputValue()).isEqualTo("J-nobody");
    }
}
