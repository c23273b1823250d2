package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.PrintedCodes;
import cn.lianxin.platform.note.SignatureType;
import cn.lianxin.platform.note.SigningKey;
import cn.lianxin.platform.transparency.Ticking;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Somebody stands before the board: his phone reads the codes off the sheet and works it out, also where there is no network. */
@JourneyTest
class PaperJourneyTest {

    private static final String WORDS = "按职代会通过的二次分配办法算。20 号夜班按检修班记分。";

    @Autowired
    ApplicationContext context;

    @Autowired
    Collieries collieries;

    @Autowired
    Shortcuts shortcuts;

    private long notice;

    @BeforeEach
    void a_notice_is_published() {
        notice = shortcuts.disclose(collieries.found());
        Ticking.tick(context);
    }

    @Test
    void each_code_opens_the_page_which_collects_them_and_goes_on_to_look_what_stands_now(Devices devices) {
        var phone = devices.phone().open("/log");
        var codes = codes(phone, notice);

        for (var place = 0; place < codes.size(); place++) {
            scan(phone, codes.get(place));
            if (place < codes.size() - 1) {
                phone.sees("paper.missing").doesNotSee("paper.included");
            }
        }

        phone.sees("paper.included")
                .sees("log.check.signature")
                .sees("paper.proven")
                .seesWords("综采一队 11 月工分公示");
        phone.seesWords("20 号夜班停产检修")
                .seesWords(WORDS)
                .seesWords("岳小满")
                .sees("paper.now")
                .sees("paper.stands");
        assertThat(phone.text()).doesNotContain("✗");
    }

    @Test
    void with_the_network_cut_off_a_phone_that_was_here_before_proves_it_all_the_same(Devices devices) {
        var phone = devices.phone().open("/log/paper");
        var codes = codes(phone, notice);
        phone.page().waitForFunction("() => navigator.serviceWorker && navigator.serviceWorker.controller");
        phone.page().context().setOffline(true);

        codes.forEach(code -> scan(phone, code));

        phone.sees("paper.included").sees("paper.proven").seesWords(WORDS).sees("paper.offline");
        assertThat(phone.text()).doesNotContain("✗");
        phone.page().context().setOffline(false);
    }

    @Test
    void what_was_typed_off_the_paper_is_compared_to_the_character(Devices devices) {
        var phone = devices.phone().open("/log/paper");
        paste(phone, String.join("\n", codes(phone, notice)));

        phone.page().fill("#typed", WORDS);
        check(phone);
        phone.sees("paper.words.good");

        phone.page().fill("#typed", WORDS.replace("20 号", "21 号"));
        check(phone);
        phone.sees("paper.words.bad");
        assertThat(phone.text()).contains(phone.say("paper.character") + " 17");
    }

    @Test
    void each_way_in_which_it_can_be_wrong_is_named(Devices devices) {
        var phone = devices.phone().open("/log/paper");
        var codes = codes(phone, notice);
        var other = codes(phone, other());

        paste(
                phone,
                codes.get(0) + "\n" + codes.get(1).substring(0, codes.get(1).length() - 1));
        phone.seesWords(phone.say("paper.damaged") + " 2/" + codes.size());

        paste(phone, codes.get(0) + "\n" + other.get(1));
        phone.sees("paper.mixed");

        paste(phone, codes.get(0));
        phone.seesWords(phone.say("paper.missing") + " 2/" + codes.size());

        phone.page()
                .fill(
                        "#key",
                        SigningKey.generate("lianxin.example/log", SignatureType.ED25519)
                                .verifier()
                                .toString());
        paste(phone, String.join("\n", codes));
        phone.sees("paper.key.unknown");
        assertThat(phone.text()).contains("✗").doesNotContain(phone.say("paper.proven"));
    }

    private long other() {
        var number = shortcuts.disclose(collieries.found());
        Ticking.tick(context);
        return number;
    }

    private static List<String> codes(Walk phone, long notice) {
        var sheet = phone.page().request().get(home(phone) + "/disclosures/" + notice + "/sheet.pdf");
        var codes = PrintedCodes.of(sheet.body()).proofs();
        assertThat(codes).hasSizeBetween(2, 6).allMatch(code -> code.startsWith(home(phone) + "/log/paper#proof="));
        return codes;
    }

    private static String home(Walk phone) {
        var address = URI.create(phone.page().url());
        return address.getScheme() + "://" + address.getAuthority();
    }

    private static void scan(Walk phone, String code) {
        phone.page().navigate("about:blank");
        phone.page().navigate(code);
        phone.page().waitForFunction("() => document.querySelector('[data-paper]').dataset.done === '1'");
    }

    private static void paste(Walk phone, String text) {
        phone.page().fill("#codes", text);
        check(phone);
    }

    private static void check(Walk phone) {
        var done = phone.page().evaluate("() => Number(document.querySelector('[data-paper]').dataset.done || 0)");
        phone.page().locator("[data-paper-go]").click();
        phone.page()
                .waitForFunction(
                        "before => Number(document.querySelector('[data-paper]').dataset.done) > before", done);
    }
}
