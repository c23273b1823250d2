package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
class OfflineJourneyTest {

    private static final String WORDS = "井下没信号的时候写的：二号皮带机头没有护栏";

    /** As if the server had not taken it, so that it is not sent while we look. */
    private static final String REFUSED = """
            async () => {
                const database = await new Promise((done) => {
                    const opening = indexedDB.open("lianxin-drafts");
                    opening.onsuccess = () => done(opening.result);
                });
                const drafts = database.transaction("drafts", "readwrite").objectStore("drafts");
                drafts.getAll().onsuccess = (event) => event.target.result.forEach((one) => drafts.put(Object.assign(one, {state: "refused"})));
                database.close();
            }
            """;

    /** As on a phone that takes its time to read what it knows. */
    private static final String SLOW = """
            indexedDB.open("lianxin-settings").onsuccess = (opened) => {
                const until = Date.now() + 1500, database = opened.target.result;
                const page = database.transaction("page", "readwrite").objectStore("page");
                const hold = () => { if (Date.now() < until) page.get("all").onsuccess = hold; else database.close(); };
                hold();
            };
            """;

    @Autowired
    Collieries collieries;

    @Autowired
    Shortcuts shortcuts;

    Colliery colliery;

    @BeforeEach
    void own_colliery() {
        colliery = collieries.found();
    }

    @ParameterizedTest
    @EnumSource(names = {"CHINESE", "ENGLISH"})
    void what_is_written_without_a_network_waits_encrypted_is_filed_once_and_leaves_nothing(
            Face face, Devices devices) {
        var worker = devices.phone(face).signIn(colliery.worker()).open("/");
        var page = worker.page();
        OfflinePhone.ready(page);
        var photo = Samples.photo("皮带.jpg");
        page.context().setOffline(true);

        page.navigate(devices.home() + "/concerns");
        worker.sees("offline.title");
        page.locator("form.question").waitFor();
        worker.write("raise.words", WORDS).attach("raise.files", photo).write("raise.place", "二号皮带");
        page.locator(".action-bar button").click();
        page.locator("[data-says]:visible").waitFor();
        page.locator(".offline-list li:visible").first().waitFor();

        worker.sees("offline.saved").sees("offline.state.waiting");
        assertThat(worker.check().faults()).isEmpty();
        worker.photograph(Path.of("target", "journeys", "offline-waiting-" + face + ".png"));
        assertThat(new Kept(page).inDatabases())
                .contains("key", "waiting")
                .doesNotContain(
                        "EXTRACTABLE",
                        Kept.latin(WORDS.getBytes(StandardCharsets.UTF_8)),
                        Kept.latin(WORDS.substring(0, 8).getBytes(StandardCharsets.UTF_16LE)),
                        Kept.latin(photo.buffer).substring(200, 260),
                        "JFIF",
                        "皮带.jpg",
                        colliery.worker().name());
        assertThat(shortcuts.countOf(colliery.worker())).isZero();

        page.context().setOffline(false);
        page.locator("[data-digits]").waitFor();

        worker.sees("offline.sent");
        assertThat(worker.check().faults()).isEmpty();
        worker.photograph(Path.of("target", "journeys", "offline-sent-" + face + ".png"));
        assertThat(shortcuts.countOf(colliery.worker())).isEqualTo(1);
        page.locator("[data-have]").click();
        page.waitForFunction(
                "() => indexedDB.databases().then((all) => all.every((one) => one.name !== 'lianxin-drafts'))");
        assertThat(new Kept(page).inCaches())
                .contains("/concerns/new/offline")
                .doesNotContain(WORDS, colliery.worker().name());
        worker.open("/concerns").seesWords(WORDS.substring(0, 20));
    }

    @Test
    void a_slow_phone_knows_who_writes_before_anything_can_be_pressed(Devices devices) {
        var worker = devices.phone(Face.CHINESE).signIn(colliery.worker()).open("/");
        var page = worker.page();
        OfflinePhone.ready(page);
        page.context().setOffline(true);
        page.addInitScript(SLOW);

        page.navigate(devices.home() + "/concerns/new/offline");
        page.locator("form.question").waitFor();
        page.fill("#text", WORDS);
        page.locator(".action-bar button").click();
        page.locator("[data-says]:visible, [data-fault]:visible").first().waitFor();

        assertThat(page.locator("[data-fault]:visible").count()).isZero();
        worker.sees("offline.saved");
    }

    @Test
    void language_and_large_letters_follow_onto_the_page_without_a_network(Devices devices) {
        var worker = devices.phone(Face.ENGLISH);
        worker.remember("senior", "on");
        worker.signIn(colliery.worker()).open("/");
        OfflinePhone.ready(worker.page());
        worker.page().context().setOffline(true);

        worker.page().navigate(devices.home() + "/");
        worker.page().locator("form.question").waitFor();
        assertThat(worker.page().locator("html").getAttribute("class")).contains("senior");
        assertThat(worker.text()).contains("Write without a network");
        worker.photograph(Path.of("target", "journeys", "offline-senior.png"));

        worker.page()
                .locator(".preference")
                .filter(new Locator.FilterOptions().setHasText("中文"))
                .click();
        worker.page().locator("form.question").waitFor();
        assertThat(worker.text()).contains("没网也能写");
        assertThat(worker.page().locator("html").getAttribute("class")).contains("senior");
    }

    @Test
    void on_a_desktop_it_is_the_same_page(Devices devices) {
        var worker = devices.desktop().signIn(colliery.worker()).open("/");
        OfflinePhone.ready(worker.page());
        worker.open("/concerns/new/offline");
        worker.page().locator("form.question").waitFor();

        assertThat(worker.check().faults()).isEmpty();
        worker.photograph(Path.of("target", "journeys", "offline-desktop.png"));
    }

    @Test
    void the_first_page_says_what_waits_and_signing_out_takes_all_of_it_away(Devices devices) {
        var worker = devices.phone().signIn(colliery.worker()).open("/");
        var page = worker.page();
        OfflinePhone.ready(page);
        worker.open("/concerns/new/offline");
        page.locator("form.question").waitFor();
        page.context().setOffline(true);
        page.evaluate(
                "() => LianxinOffline.save({mode: 'NAMED', writer: 'somebody', words: '还没交', language: 'zh'}, [])");
        page.evaluate(REFUSED);
        page.context().setOffline(false);

        worker.open("/");
        page.locator("[data-offline]:visible").waitFor();
        worker.seesWords(worker.say("offline.waiting").replace("{n}", "1"));
        worker.open("/me");
        page.locator("[data-offline]:visible").waitFor();
        worker.seesWords(worker.say("offline.waiting.leaving").replace("{n}", "1"));
        assertThat(worker.check().faults()).isEmpty();
        worker.press("sign-out.go");

        page.waitForFunction(
                "() => indexedDB.databases().then((all) => all.every((one) => one.name !== 'lianxin-drafts'))");
    }

    @Test
    void without_script_nothing_is_different(Devices devices) {
        var worker = devices.phone(Face.WITHOUT_SCRIPT).open("/concerns/new/offline");

        worker.sees("offline.unable");
        assertThat(worker.page().locator("form.question").isVisible()).isFalse();
        worker.press("concern.raise").sees("raise.words");
    }
}
