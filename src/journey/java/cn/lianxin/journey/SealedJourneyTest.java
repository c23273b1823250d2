package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A report is sealed on a phone, opened by whom it is for, and answered in the same way. */
@JourneyTest
class SealedJourneyTest {

    private static final Path PICTURES = Path.of("target", "journeys");

    /** What a cheap phone takes to open a letter, so that whatever is shown too early is seen. */
    private static final String SLOW_CIPHER = """
            const decrypt = crypto.subtle.decrypt.bind(crypto.subtle);
            crypto.subtle.decrypt = async (...what) => {
              await new Promise((done) => setTimeout(done, 300));
              return decrypt(...what);
            };
            """;

    @Autowired
    Collieries collieries;

    @Autowired
    JdbcClient database;

    Colliery colliery;

    @BeforeEach
    void own_colliery() {
        colliery = collieries.found();
    }

    @Test
    void it_is_sealed_opened_answered_and_judged_and_the_sender_reads_who_looked(Devices devices) throws Exception {
        var administrator = devices.desktop().signIn(colliery.administrator());
        SealedPages.of(administrator, devices).ceremony();
        photograph(administrator, "sealed-recovery-key");
        var officer = devices.desktop().signIn(colliery.supervisor());
        var desk = SealedPages.of(officer, devices);
        var passphrase = desk.makeKey();
        photograph(officer, "sealed-key");

        var phone = devices.phone();
        var sender = SealedPages.of(phone, devices);
        sender.open("/sealed");
        photograph(phone, "sealed-1");
        sender.write(colliery.mineName(), colliery.supervisor().name(), "队长吃空饷，三个月了", Samples.photo("考勤本.jpg"));
        phone.page().fill("#reporter", "王建国 13800000000");
        photograph(phone, "sealed-3");
        phone.page().goBack();
        photograph(phone, "sealed-2");
        phone.page().goForward();
        var receipt = sender.send();
        var number = sender.number();
        photograph(phone, "sealed-sent");
        var words = phone.page().locator("[data-words]").innerText();
        assertThat(QrReader.read(phone.page().locator("[data-qr]").screenshot()))
                .isEqualTo(devices.home() + "/sealed/receipt#" + receipt);

        assertThat(desk.read(number, "0" + passphrase.substring(1) + "1")).isFalse();
        assertThat(desk.fault()).isEqualTo(officer.say("sealed.wrong-passphrase"));
        assertThat(desk.read(number, passphrase)).isTrue();
        officer.seesWords("队长吃空饷，三个月了").seesWords("王建国 13800000000").seesWords("考勤本.jpg");
        var photo = officer.page()
                .waitForDownload(() -> officer.page().locator("[data-letter] a").click());
        assertThat(photo.path()).hasBinaryContent(Samples.photo("考勤本.jpg").buffer);
        photograph(officer, "sealed-letter");
        desk.answer("已经查实，扣回来了");

        phone.page().addInitScript(SLOW_CIPHER);
        sender.comeBack(words);
        assertThat(phone.page().locator("[data-found]").innerText()).contains("已经查实，扣回来了");
        photograph(phone, "sealed-found");
        phone.seesWords("已经查实，扣回来了")
                .sees("sealed.step.OPENED")
                .seesWords(colliery.mineName() + " 职工 " + colliery.supervisor().name());
        phone.page().locator("[data-enough='true']").click();
        phone.page().locator("[data-state='ENOUGH']").waitFor();
        sender.open("/").open("/sealed/receipt#" + receipt);
        assertThat(phone.page().url()).doesNotContain(receipt);
        phone.page().locator("[data-return] form button").click();
        phone.page().locator("[data-state='ENOUGH']").waitFor();
        phone.sees("sealed.state.ENOUGH").seesWords("已经查实，扣回来了");
        phone.page().locator("[data-trouble='true']").click();
        phone.page().locator(".promise >> nth=1").waitFor();
        phone.sees("sealed.step.GUARDED");
        photograph(phone, "sealed-trouble");
        var guardian = devices.desktop().signIn(colliery.desk());
        guardian.open("/sealed-troubles/" + number);
        guardian.page().fill("#words", "到群工办找我，电话 8000");
        photograph(guardian, "sealed-troubles");
        guardian.page().locator("main form button.button-go").click();
        sender.comeBack(receipt);
        phone.seesWords("到群工办找我，电话 8000");
        desk.open("/sealed-letters");
        officer.sees("sealed.state.ENOUGH");
        photograph(officer, "sealed-letters");
    }

    @Test
    void two_parts_open_it_for_who_has_lost_the_passphrase_and_one_does_not(Devices devices) {
        var parts = SealedPages.of(devices.desktop().signIn(colliery.administrator()), devices)
                .ceremony();
        var officer = devices.desktop().signIn(colliery.supervisor());
        var desk = SealedPages.of(officer, devices);
        desk.makeKey();
        var sender = SealedPages.of(devices.phone(), devices)
                .write(colliery.mineName(), colliery.supervisor().name(), "只有他能看");
        sender.send();
        var number = sender.number();
        var second = desk.makeKey();
        assertThat(desk.read(number, second)).isFalse();

        assertThat(desk.recover(number, parts.get(0), parts.get(0))).isFalse();
        assertThat(desk.fault()).isEqualTo(officer.say("sealed.part.same"));
        assertThat(desk.recover(number, parts.get(0), parts.get(1).replaceFirst("[0-9A-F]{4}$", "0000")))
                .isFalse();
        assertThat(desk.fault()).isEqualTo(officer.say("sealed.part.garbled").replace("{n}", "2"));
        assertThat(desk.read(number, second)).isFalse();

        assertThat(desk.recover(number, parts.get(2), parts.get(1))).isTrue();

        assertThat(desk.read(number, second)).isTrue();
        officer.seesWords("只有他能看").sees("sealed.step.RECOVERY").sees("sealed.step.GIVEN");
    }

    @Test
    void where_the_answer_is_lost_on_the_way_it_is_sent_again_and_filed_once(Devices devices) {
        SealedPages.of(devices.desktop().signIn(colliery.administrator()), devices)
                .ceremony();
        SealedPages.of(devices.desktop().signIn(colliery.supervisor()), devices).makeKey();
        // What fails on purpose here would count as a fault of the page.
        var browser = devices.phone().page().context().browser();
        try (var context = browser.newContext()) {
            var page = context.newPage();
            var sent = new AtomicInteger();
            page.route("**/sealed?*", route -> {
                if (sent.getAndIncrement() == 0) {
                    route.fetch();
                    route.abort();
                } else {
                    route.resume();
                }
            });
            var sender = new SealedPages(page, devices.home());
            sender.write(colliery.mineName(), colliery.supervisor().name(), "断线的时候");
            page.locator("[data-screen='3'] button.button-go").click();
            page.locator("[data-fault]:visible").waitFor();
            assertThat(sender.fault()).contains("没连上");
            assertThat(page.inputValue("#words")).isEqualTo("断线的时候");

            sender.send();

            assertThat(sent).hasValue(2);
            assertThat(database.sql("""
                            select count(distinct r.report) from sealed.recipient r where r.person = :person
                            """)
                            .param("person", colliery.supervisor().id().value())
                            .query(Long.class)
                            .single())
                    .isOne();
        }
    }

    @Test
    void without_script_or_without_https_it_says_why_and_offers_other_ways(Devices devices) {
        SealedPages.of(devices.desktop().signIn(colliery.administrator()), devices)
                .ceremony();
        SealedPages.of(devices.desktop().signIn(colliery.supervisor()), devices).makeKey();
        var without = devices.phone(Face.WITHOUT_SCRIPT).open("/sealed");
        without.sees("sealed.unable.script").sees("sealed.paper").doesNotSee("sealed.costs");
        photograph(without, "sealed-without-script");
        without.press("sealed.confidential").sees("raise.words");

        var phone = devices.phone();
        phone.page().addInitScript("Object.defineProperty(window, 'isSecureContext', {get: () => false})");
        phone.open("/sealed").sees("sealed.unable.context").doesNotSee("sealed.costs");
    }

    @Test
    void in_english_and_in_large_letters_it_is_the_same(Devices devices) {
        SealedPages.of(devices.desktop().signIn(colliery.administrator()), devices)
                .ceremony();
        SealedPages.of(devices.desktop().signIn(colliery.supervisor()), devices).makeKey();
        var phone = devices.phone(Face.ENGLISH);
        phone.remember("senior", "on");
        var sender = SealedPages.of(phone, devices);
        sender.open("/sealed");
        photograph(phone, "sealed-senior-1");
        sender.write(
                colliery.mineName(), colliery.supervisor().name(), "A foreman signs for workers who are not there");
        photograph(phone, "sealed-senior-3");
        var receipt = sender.send();
        photograph(phone, "sealed-senior-sent");
        phone.sees("sealed.sent");
        sender.comeBack(receipt);
        phone.sees("sealed.state.RECEIVED");
        photograph(phone, "sealed-senior-found");
    }

    private static void photograph(Walk walk, String name) {
        assertThat(walk.check().faults()).as(name).isEmpty();
        walk.photograph(PICTURES.resolve(name + ".png"));
    }

    @Test
    void a_receipt_that_is_none_is_refused_before_anything_is_asked(Devices devices) {
        var phone = devices.phone();
        var page = phone.page();
        var asked = new AtomicInteger();
        page.onRequest(request -> asked.addAndGet(request.method().equals("POST") ? 1 : 0));

        var sender = SealedPages.of(phone, devices).comeBack("1234 5678");

        assertThat(sender.fault()).isEqualTo(phone.say("sealed.garbled"));
        assertThat(asked).hasValue(0);
    }
}
