package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@JourneyTest
class OfflineJourneyTest {

    private static final String WORDS = "井下没信号的时候写的：二号皮带机头没有护栏";

    /** Everything that the databases of this site hold, bytes as they are. */
    private static final String RAW = """
            async () => {
                const done = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
                const parts = [];
                const write = (value) => {
                    if (value instanceof CryptoKey) { parts.push(value.extractable ? "EXTRACTABLE" : "key"); return; }
                    if (value instanceof ArrayBuffer) value = new Uint8Array(value);
                    if (ArrayBuffer.isView(value)) { for (const byte of value) parts.push(String.fromCharCode(byte)); return; }
                    if (value && typeof value === "object") { Object.keys(value).forEach((name) => { parts.push(name); write(value[name]); }); return; }
                    parts.push(unescape(encodeURIComponent(String(value))));
                };
                for (const {name} of await indexedDB.databases()) {
                    const database = await done(indexedDB.open(name));
                    for (const store of database.objectStoreNames) (await done(database.transaction(store).objectStore(store).getAll())).forEach(write);
                    database.close();
                }
                return btoa(parts.join(""));
            }
            """;

    private static final String CACHED = """
            async () => {
                const texts = [];
                for (const name of await caches.keys()) {
                    const cache = await caches.open(name);
                    for (const request of await cache.keys()) texts.push(request.url, await (await cache.match(request)).text());
                }
                return texts.join(" ");
            }
            """;

    @Autowired
    Collieries collieries;

    @Autowired
    Shortcuts shortcuts;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    Colliery colliery;

    @BeforeEach
    void own_colliery() {
        colliery = collieries.found();
    }

    @ParameterizedTest
    @EnumSource(names = {"CHINESE", "ENGLISH"})
    void what_is_written_without_a_network_waits_encrypted_is_filed_once_and_leaves_nothing(Face face, Devices devices) {
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

        worker.sees("offline.saved").sees("offline.state.waiting");
        assertThat(worker.check().faults()).isEmpty();
        worker.photograph(Path.of("target", "journeys", "offline-waiting-" + face + ".png"));
        var raw = new String(Base64.getDecoder().decode((String) page.evaluate(RAW)), StandardCharsets.ISO_8859_1);
        assertThat(raw)
                .contains("key", "waiting")
                .doesNotContain(
                        "EXTRACTABLE",
                        latin(WORDS.getBytes(StandardCharsets.UTF_8)),
                        latin(WORDS.substring(0, 8).getBytes(StandardCharsets.UTF_16LE)),
                        latin(photo.buffer).substring(200, 260),
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
        page.waitForFunction("() => indexedDB.databases().then((all) => all.every((one) => one.name !== 'lianxin-drafts'))");
        assertThat((String) page.evaluate(CACHED))
                .contains("/concerns/new/offline")
                .doesNotContain(WORDS, colliery.worker().name());
        worker.open("/concerns").seesWords(WORDS.substring(0, 20));
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

        worker.page().locator(".preference").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("中文")).click();
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
        page.evaluate("() => LianxinOffline.save({mode: 'NAMED', writer: 'somebody', words: '还没交', language: 'zh'}, [])");
        page.evaluate("() => LianxinOffline.list().then(async ([one]) => { const all = await new Promise((done) => { const open = indexedDB.open('lianxin-drafts'); open.onsuccess = () => done(open.result); }); const t = all.transaction('drafts', 'readwrite').objectStore('drafts'); t.get(one.id).onsuccess = (event) => t.put(Object.assign(event.target.result, {state: 'refused'})); all.close(); })");

        worker.open("/");
        page.locator("[data-offline]:visible").waitFor();
        worker.seesWords(worker.say("offline.waiting").replace("{n}", "1"));
        worker.open("/me");
        page.locator("[data-offline]:visible").waitFor();
        worker.seesWords(worker.say("offline.waiting.leaving").replace("{n}", "1"));
        assertThat(worker.check().faults()).isEmpty();
        worker.press("sign-out.go");

        page.waitForFunction("() => indexedDB.databases().then((all) => all.every((one) => one.name !== 'lianxin-drafts'))");
    }

    @Test
    void with_a_name_it_waits_until_its_writer_signs_in_whoever_does_meanwhile() {
        try (var chromium = Chromium.start();
                var wire = new Wire(port);
                var phone = new OfflinePhone(chromium.browser(), wire.home())) {
            phone.signIn(colliery.worker());
            phone.network(false);
            phone.open();
            phone.write(WORDS, Samples.photo("皮带.jpg"));
            assertThat(phone.keep()).isTrue();
            phone.sessionEnds();
            phone.network(true);
            untilState(phone, "sign-in");

            phone.signIn(colliery.desk());
            phone.open();
            phone.press();
            phone.page().waitForTimeout(1_000);
            assertThat(phone.states()).containsExactly("sign-in");
            assertThat(filed()).isZero();

            phone.sessionEnds();
            phone.signIn(colliery.worker());
            untilState(phone, "sent");

            assertThat(filed()).isEqualTo(1);
            assertThat(shortcuts.countOf(colliery.worker())).isEqualTo(1);
        }
    }

    @Test
    void a_phone_that_is_full_says_so_and_keeps_the_words_in_the_form() {
        try (var chromium = Chromium.start();
                var phone = new OfflinePhone(chromium.browser(), "http://localhost:" + port)) {
            phone.signIn(colliery.worker());
            phone.network(false);
            phone.open();
            phone.write(WORDS, OfflinePhone.tooLarge());

            assertThat(phone.keep()).isFalse();

            assertThat(phone.page().locator("[data-fault]").innerText()).contains("存储满了");
            phone.page().screenshot(new com.microsoft.playwright.Page.ScreenshotOptions()
                    .setPath(Path.of("target", "journeys", "offline-full.png"))
                    .setFullPage(true));
            assertThat(phone.page().inputValue("#text")).isEqualTo(WORDS);
            assertThat(phone.states()).isEmpty();
            phone.write(WORDS, Samples.photo("皮带.jpg"));
            assertThat(phone.keep()).isTrue();
            assertThat(phone.states()).containsExactly("waiting");
        }
    }

    @Test
    void without_script_nothing_is_different(Devices devices) {
        var worker = devices.phone(Face.WITHOUT_SCRIPT).open("/concerns/new/offline");

        worker.sees("offline.unable");
        assertThat(worker.page().locator("form.question").isVisible()).isFalse();
        worker.press("concern.raise").sees("raise.words");
    }

    private static void untilState(OfflinePhone phone, String state) {
        for (var tries = 0; tries < 60 && !phone.states().equals(List.of(state)); tries++) {
            phone.page().waitForTimeout(250);
        }
        assertThat(phone.states()).containsExactly(state);
    }

    private long filed() {
        return sql.sql("select count(*) from concern.concern where words = :words and unit in "
                        + "(select l.unit from organization.unit_line l where l.above = :mine)")
                .param("words", WORDS)
                .param("mine", colliery.mine().value())
                .query(Long.class)
                .single();
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
