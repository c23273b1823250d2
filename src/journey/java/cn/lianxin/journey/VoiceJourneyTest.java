package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.lianxin.concern.ConcernNumber;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who does not write: raises by voice, follows, hears, judges. */
@JourneyTest
@Tag("microphone")
@WithMicrophone
class VoiceJourneyTest {

    private static final String RECORD = "[data-record-button]:visible";
    private static final String FIRST_RECORDING = """
            async () => {
                const bytes = new Uint8Array(await document.querySelector("input[type=file][hidden]").files[0].arrayBuffer());
                return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(""));
            }
            """;

    /** As a screen reader presses: by neither finger nor key; the second time as soon as it records. */
    private static final String PRESSED_TWICE = """
            () => new Promise(done => {
                const button = document.querySelector("[data-record-button]");
                button.click();
                const watch = setInterval(() => {
                    if (button.getAttribute("aria-pressed") !== "true") return;
                    clearInterval(watch);
                    button.click();
                    done();
                }, 10);
            })
            """;

    /** A voice that lives on the device and writes down what it says, beside one that speaks from a server. */
    private static final String VOICES = """
            window.spoken = [];
            const voices = [%s];
            Object.defineProperty(window, "speechSynthesis", {value: {
                getVoices: () => voices, cancel: () => window.spoken.push("|"),
                speak: utterance => window.spoken.push(utterance.text), addEventListener: () => {}}});
            window.SpeechSynthesisUtterance = function (text) { this.text = text; };
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

    @Test
    void on_a_phone_a_concern_is_raised_followed_and_judged_without_typing_a_character(Devices devices) {
        var phone = devices.phone();

        raiseFollowAndJudge(phone, typedOn(phone), devices);
    }

    @Test
    void at_the_terminal_a_concern_is_raised_followed_and_judged_without_typing_a_character(Devices devices) {
        var terminal = devices.walk(
                Face.CHINESE,
                new Browser.NewContextOptions().setViewportSize(1080, 1920).setHasTouch(true));
        terminal.signIn(colliery.administrator())
                .open("/terminals")
                .write("terminals.name", "一号灯房")
                .press("terminals.go")
                .sees("home.greeting.nobody");

        raiseFollowAndJudge(terminal, typedOn(terminal), devices);
    }

    private void raiseFollowAndJudge(Walk walk, AtomicInteger typed, Devices devices) {
        allowMicrophone(walk);
        walk.open("/").press("concern.raise");
        hold(walk, 2_500);
        var recorded = Tone.in(firstRecording(walk));
        assertThat(recorded.seconds()).isBetween(1.5, 8.0);
        assertThat(recorded.hertz()).isCloseTo(Tone.HERTZ, within(10.0));
        assertPlays(walk.page().locator("audio").first());

        walk.press("raise.next").sees("raise.matter");
        walk.unfold("raise.matter.all").page().locator("#area-e > summary").click();
        walk.chooseWords("浴室更衣洗衣").select("raise.unit", colliery.mineName()).press("raise.next");
        assertPlays(walk.page().locator("audio").first());
        walk.choose("raise.name.ANONYMOUS").press("raise.send").sees("sent.title");
        walk.seesWords("语音 ").press("sent.follow");
        assertPlays(walk.page().locator("audio").first());

        var number = numberAt(walk);
        shortcuts.ask(number, "是哪个澡堂？", colliery);
        walk.open("/concerns/" + number).seesWords("是哪个澡堂？");
        hold(walk, 1_800);
        walk.press("concern.answer.send").sees("step.GAVE_MORE");
        shortcuts.reply(number, colliery);
        walk.open("/concerns/" + number).seesWords("11月28日前换好换热器");
        walk.choose("solved.NOT_SOLVED").press("satisfied.NOT_SATISFIED").sees("verdict.kept");
        walk.unfold("concern.raise-again");
        hold(walk, 1_800);
        walk.press("concern.raise-again").sees("step.RAISED_AGAIN");

        assertThat(walk.page().locator(".recordings audio").count()).isEqualTo(3);
        assertThat(typed).hasValue(0);
        devices.desktop().signIn(colliery.desk()).open("/desk/raised-again").seesWords("语音 ");
    }

    @Test
    void who_cannot_hold_taps_or_uses_the_space_bar_and_is_told_what_happens(Devices devices) {
        var phone = devices.phone();
        allowMicrophone(phone);
        phone.open("/concerns/new");
        var button = phone.page().locator(RECORD);
        var says = phone.page().locator(".record-says:visible");

        button.tap();
        phone.page().waitForCondition(() -> says.innerText().equals(phone.say("recorder.tapped")));
        assertThat(button.getAttribute("aria-pressed")).isEqualTo("true");
        assertThat(button.innerText()).isEqualTo(phone.say("recorder.stop"));
        phone.page().waitForTimeout(1_500);
        button.tap();
        phone.page().locator(".recordings audio").waitFor();
        assertThat(button.getAttribute("aria-pressed")).isEqualTo("false");
        assertThat(button.innerText()).isEqualTo(phone.say("recorder.more"));

        button.focus();
        phone.page().keyboard().press("Space");
        phone.page().waitForCondition(() -> "true".equals(button.getAttribute("aria-pressed")));
        phone.page().waitForTimeout(1_500);
        phone.page().keyboard().press("Space");
        phone.page()
                .waitForCondition(
                        () -> phone.page().locator(".recordings audio").count() == 2);
        button.focus();
        phone.page().keyboard().down("Space");
        phone.page().waitForTimeout(2_000);
        phone.page().keyboard().up("Space");
        phone.page()
                .waitForCondition(
                        () -> phone.page().locator(".recordings audio").count() == 3);
        assertThat(phone.check().faults()).isEmpty();

        phone.page().locator(".recordings li").first().locator("button").first().click();
        assertThat(phone.page().locator(".recordings li").count()).isEqualTo(2);
        phone.press("raise.next").sees("raise.matter").press("raise.back");
        assertThat(phone.page().locator("[name=keep]").count()).isEqualTo(2);
    }

    @Test
    void nothing_is_kept_of_a_moment(Devices devices) {
        var phone = devices.phone();
        allowMicrophone(phone);
        phone.open("/concerns/new").page().evaluate(PRESSED_TWICE);

        phone.sees("recorder.short");
        assertThat(phone.page().locator(".recordings li").count()).isZero();
        phone.press("raise.next").sees("refusal.words-required");
    }

    @Test
    void where_the_microphone_is_refused_the_page_says_so_and_a_file_is_the_other_way(Devices devices) {
        var phone = devices.phone().open("/concerns/new");

        phone.page().locator(RECORD).tap();
        phone.page().waitForCondition(() -> phone.text().contains(phone.say("recorder.refused")));
        phone.attach("raise.files", new FilePayload("录音机.wav", "audio/wav", Tone.recording(4)))
                .press("raise.next")
                .sees("raise.matter");
    }

    @Test
    void a_clerk_writes_it_down_and_the_worker_says_whether_it_is_what_he_said(Devices devices) {
        var worker = devices.phone();
        allowMicrophone(worker);
        worker.signIn(colliery.worker()).press("concern.raise");
        hold(worker, 2_000);
        worker.press("raise.next").press("raise.next").press("raise.send").sees("sent.title");
        var number = shortcuts.latestOf(colliery.worker());
        var desk = devices.desktop().signIn(colliery.desk());

        desk.followMessageAbout(number.toString())
                .unfold("transcript.write")
                .write("transcript.text", "澡堂没有热水")
                .press("transcript.write.go")
                .sees("transcript.written");
        worker.followMessageAbout(number.toString())
                .seesWords("澡堂没有热水")
                .press("transcript.dispute")
                .sees("transcript.disputed.mine")
                .unfold("transcript.what-is-wrong");
        hold(worker, 1_800);
        worker.page()
                .locator("details[open] form[action$=dispute] button.button-go")
                .click();
        worker.page()
                .waitForCondition(() -> worker.page().locator(".talk-worker").count() == 2);

        desk.open("/desk/misheard")
                .seesWords(number.toString())
                .open("/concerns/" + number)
                .sees("transcript.disputed")
                .unfold("transcript.rewrite")
                .write("transcript.text", "食堂没有热水")
                .press("transcript.write.go")
                .sees("transcript.earlier");
        worker.open("/concerns/" + number).press("transcript.confirm").sees("transcript.confirmed.mine");
        desk.open("/concerns/" + number).sees("transcript.confirmed");
        assertThat(desk.open("/desk/misheard").text()).doesNotContain(number.toString());
    }

    @Test
    void every_step_is_read_aloud_where_a_voice_lives_on_the_device_and_by_no_other(Devices devices) {
        var own = devices.phone();
        own.page()
                .context()
                .addInitScript(
                        VOICES.formatted("{lang: 'zh-CN', localService: false}, {lang: 'zh_CN', localService: true}"));
        own.open("/concerns/new");
        var aloud = own.page().locator("[data-aloud]:visible").first();

        aloud.click();
        assertThat(spoken(own)).contains(own.say("raise.words")).doesNotContain(own.say("layout.aloud"));
        assertThat(aloud.getAttribute("aria-pressed")).isEqualTo("true");
        aloud.click();
        assertThat(spoken(own)).endsWith("|");
        assertThat(aloud.getAttribute("aria-pressed")).isEqualTo("false");
        assertThat(own.check().faults()).isEmpty();
        var number = shortcuts.raise("澡堂没有热水", colliery);
        shortcuts.answer(number, colliery);
        own.signIn(colliery.worker()).open("/concerns/" + number);
        own.page().locator("[data-aloud=standing]").click();
        assertThat(spoken(own)).contains(own.say("worker-state.REPLIED"));
        own.page().locator("[data-aloud^=line-]:visible").last().click();
        assertThat(spoken(own)).contains("11月28日前换好换热器");
        own.page().locator("[data-aloud=verdict]").click();
        assertThat(spoken(own)).contains(own.say("solved.PARTLY")).contains(own.say("satisfied.FAIRLY"));

        var other = devices.phone();
        other.page()
                .context()
                .addInitScript(
                        VOICES.formatted("{lang: 'zh-CN', localService: false}, {lang: 'en', localService: true}"));
        other.open("/concerns/new");
        assertThat(other.page().locator("[data-aloud]:visible").count()).isZero();
    }

    private static String spoken(Walk walk) {
        return String.valueOf(walk.page().evaluate("() => window.spoken.join('')"));
    }

    private static void allowMicrophone(Walk walk) {
        walk.page().context().grantPermissions(List.of("microphone"));
    }

    /** Counts what is typed from now on, on this page and those that follow. */
    private static AtomicInteger typedOn(Walk walk) {
        var typed = new AtomicInteger();
        walk.page().context().exposeBinding("typed", (_, _) -> typed.incrementAndGet());
        walk.page().context().addInitScript("""
                        addEventListener("keydown", () => typed(), true);
                        addEventListener("beforeinput", () => typed(), true);
                        """);
        return typed;
    }

    /** Holds the button as a thumb does, and hears afterwards that it was recorded. */
    private static void hold(Walk walk, int milliseconds) {
        var page = walk.page();
        var before = page.locator("ul.recordings:visible audio[src^=blob]").count();
        var button = page.locator(RECORD).first();
        button.scrollIntoViewIfNeeded();
        var place = button.boundingBox();
        page.mouse().move(place.x + place.width / 2, place.y + place.height / 2);
        page.mouse().down();
        page.waitForCondition(() -> "true".equals(button.getAttribute("aria-pressed")));
        page.waitForTimeout(milliseconds);
        page.mouse().up();
        page.waitForCondition(
                () -> page.locator("ul.recordings:visible audio[src^=blob]").count() == before + 1);
    }

    private static byte[] firstRecording(Walk walk) {
        return Base64.getDecoder().decode((String) walk.page().evaluate(FIRST_RECORDING));
    }

    /** In the browser itself, which also says how long it finds it. */
    private static void assertPlays(Locator audio) {
        audio.evaluate("one => { one.muted = true; return one.play(); }");
        audio.page().waitForCondition(() -> (Boolean) audio.evaluate("one => one.currentTime > 0.3"));
        assertThat(((Number) audio.evaluate("one => one.duration")).doubleValue())
                .isBetween(1.0, 9.0);
    }

    private static ConcernNumber numberAt(Walk walk) {
        var address = walk.page().url();
        return Shortcuts.number(address.substring(address.lastIndexOf('/') + 1));
    }
}
