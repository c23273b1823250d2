package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
class BadInputJourneyTest {

    private static final String WORDS = "宿舍三楼厕所漏水";

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
    void a_double_tap_on_send_files_once(Devices devices) {
        var worker = ready(devices);

        worker.leaveBy(() -> worker.page().locator("main form button.button-go").dblclick());

        worker.sees("sent.title");
        assertThat(shortcuts.countOf(colliery.worker())).isEqualTo(1);
    }

    @Test
    void going_back_and_sending_again_shows_the_same_receipt(Devices devices) {
        var worker = ready(devices).press("raise.send");
        var first = worker.page().locator(".digits").innerText();

        worker.leaveBy(() -> worker.page().goBack());
        worker.press("raise.send");

        assertThat(worker.page().locator(".digits").innerText()).isEqualTo(first);
        assertThat(shortcuts.countOf(colliery.worker())).isEqualTo(1);
    }

    @Test
    void reloading_the_receipt_files_nothing_new(Devices devices) {
        var worker = ready(devices).press("raise.send");

        worker.page().reload();

        worker.sees("sent.title");
        assertThat(shortcuts.countOf(colliery.worker())).isEqualTo(1);
    }

    @Test
    void the_back_key_loses_nothing_while_raising(Devices devices) {
        var worker = devices.phone()
                .signIn(colliery.worker())
                .open("/concerns/new")
                .write("raise.words", WORDS)
                .attach("raise.files", Samples.photo("厕所.jpg"))
                .press("raise.next")
                .write("raise.place", "六号楼")
                .press("raise.next");

        worker.press("raise.back");
        assertThat(worker.field("raise.place").inputValue()).isEqualTo("六号楼");
        worker.press("raise.back");

        assertThat(worker.field("raise.words").inputValue()).isEqualTo(WORDS);
        worker.seesWords("厕所.jpg");
    }

    @Test
    void a_form_that_has_gone_stale_keeps_what_was_typed(Devices devices) {
        ready(devices).press("raise.send");
        var number = shortcuts.latestOf(colliery.worker());
        var desk = devices.desktop().signIn(colliery.desk()).open("/concerns/" + number);

        shortcuts.answer(number, colliery);
        desk.select("concern.lead", Colliery.PAY)
                .unfold("move.note")
                .write("move.note.text", "电话里问过，三天了")
                .press("move.note");

        desk.sees("refusal.moved-on");
        assertThat(desk.field("move.note.text").inputValue()).isEqualTo("电话里问过，三天了");
    }

    @Test
    void what_was_typed_is_kept_even_where_its_form_is_gone(Devices devices) {
        var number = shortcuts.raise(WORDS, colliery);
        shortcuts.take(number, colliery);
        var handler = devices.desktop().signIn(colliery.services()).open("/concerns/" + number);
        var worker = devices.phone().signIn(colliery.worker()).open("/concerns/" + number);

        handler.write("reply.opinion", "明天上午换水管，先停半天水");
        worker.unfold("concern.withdraw").press("concern.withdraw");
        handler.press("move.reply");

        handler.sees("refusal.moved-on").seesWords("明天上午换水管，先停半天水");
    }

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of(Samples.text("工资条.jpg", "image/jpeg", "#!/bin/sh\nrm -rf /"), "refusal.file-lies"),
                Arguments.of(Samples.empty("漏水.jpg"), "refusal.file-empty"),
                Arguments.of(Samples.text("setup.exe", "application/octet-stream", "MZ"), "refusal.file-not-accepted"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_that_cannot_be_taken_gets_its_sentence_and_keeps_the_text(
            FilePayload file, String sentence, Devices devices) {
        var worker = devices.phone().signIn(colliery.worker()).open("/concerns/new");

        worker.write("raise.words", WORDS).attach("raise.files", file).press("raise.next");

        worker.sees(sentence, file.name);
        assertThat(worker.field("raise.words").inputValue()).isEqualTo(WORDS);
        worker.press("raise.next").sees("raise.matter");
    }

    @ParameterizedTest
    @EnumSource
    void the_good_one_of_several_files_need_not_be_chosen_again(Face face, Devices devices) {
        var worker = devices.phone(face).signIn(colliery.worker()).open("/concerns/new");

        worker.write("raise.words", WORDS)
                .attach(
                        "raise.files",
                        Samples.photo("厕所.jpg"),
                        Samples.text("工资条.jpg", "image/jpeg", "#!/bin/sh"),
                        Samples.empty("透水.jpg"))
                .press("raise.next");

        worker.sees("refusal.file-lies", "工资条.jpg")
                .sees("refusal.file-empty", "透水.jpg")
                .seesWords("厕所.jpg")
                .sees("raise.files.keep");
        assertThat(worker.field("raise.words").inputValue()).isEqualTo(WORDS);
        worker.press("raise.next")
                .press("raise.next")
                .unfold("raise.summary")
                .sees("raise.summary.files", 1)
                .press("raise.send")
                .sees("sent.title");
    }

    @Test
    void a_file_that_is_too_large_gets_its_sentence_and_keeps_the_text(Devices devices, @TempDir Path directory)
            throws IOException {
        var worker = devices.phone().signIn(colliery.worker()).open("/concerns/new");

        worker.write("raise.words", WORDS)
                .attach("raise.files", Samples.ofMegabytes(directory, "透水.mp4", 21))
                .press("raise.next");

        worker.sees("refusal.file-too-large", "透水.mp4", 20);
        assertThat(worker.field("raise.words").inputValue()).isEqualTo(WORDS);
    }

    @Test
    void twenty_thousand_characters_are_counted_and_kept(Devices devices) {
        var worker = devices.phone().signIn(colliery.worker()).open("/concerns/new");

        worker.write("raise.words", "水".repeat(20_000)).press("raise.next");

        worker.sees("refusal.words-too-long", 5_000, 20_000);
        assertThat(worker.field("raise.words").inputValue()).hasSize(20_000);
    }

    @Test
    void strange_characters_neither_break_the_page_nor_hide_in_it(Devices devices) {
        var worker = devices.phone().signIn(colliery.worker()).open("/concerns/new");

        worker.write("raise.words", "漏水😀👨‍👩‍👧\u202Egnp.exe\u202C مرحبا \u200B\u200B<b>粗</b>\u0007 {x} ${x}\n第二行")
                .press("raise.next")
                .press("raise.next")
                .press("raise.send")
                .sees("sent.title");
        var number = shortcuts.latestOf(colliery.worker());
        worker.open("/concerns/" + number);

        worker.seesWords("😀👨‍👩‍👧").seesWords("<b>粗</b>").seesWords("مرحبا").seesWords("第二行");
        assertThat(worker.text()).doesNotContain("\u202E", "\u200B", "\u0007");
    }

    @Test
    void a_form_with_nul_characters_is_taken_without_them(Devices devices) {
        var worker = devices.phone().signIn(colliery.worker()).open("/concerns/new");

        worker.page().evaluate("() => { document.getElementById('text').value = '漏\\u0000水'; }");
        worker.press("raise.next").sees("raise.matter").press("raise.back");

        assertThat(worker.field("raise.words").inputValue()).isEqualTo("漏水");
    }

    @Test
    void a_number_that_is_not_his_is_answered_like_one_that_does_not_exist(Devices devices) {
        ready(devices).press("raise.send");
        var number = shortcuts.latestOf(colliery.worker());
        var stranger = devices.phone().signIn(collieries.found().worker());

        var his = stranger.open("/concerns/" + number).text();
        var none = stranger.open("/concerns/2026-0000-0000").text();

        assertThat(his).isEqualTo(none).contains(stranger.say("refusal.not-found"));
    }

    private Walk ready(Devices devices) {
        return devices.phone()
                .signIn(colliery.worker())
                .open("/concerns/new")
                .write("raise.words", WORDS)
                .press("raise.next")
                .press("raise.next");
    }
}
