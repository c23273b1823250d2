package cn.lianxin.raising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.lianxin.ProductTest;
import cn.lianxin.concern.Receipt;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.attachment.Recordings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

@ProductTest
class RaiseControllerTest {

    private static final Pattern TOKEN = Pattern.compile("/concerns/new/([A-Za-z0-9_-]{24})/");
    private static final Pattern DIGITS = Pattern.compile("<span>(\\d{4})</span>");
    private static final Pattern NUMBER = Pattern.compile("\\d{4}-\\d{4}-\\d{4}");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    Directory directory;

    UnitId mine;
    PersonId worker;
    PersonId clerk;

    @BeforeEach
    void found() {
        mine = village.mine();
        clerk = village.holder(Role.DESK_OFFICER, mine);
        worker = village.worker(village.district(mine));
    }

    @Test
    void three_screens_lead_from_words_to_a_receipt() {
        var token = begin(worker);
        var words = keepWords(token, "澡堂没有热水");
        assertThat(words).hasStatus(303).hasRedirectedUrl("/concerns/new/" + token + "/matter");
        assertThat(page("/concerns/new/" + token + "/matter", worker)).contains("E4");
        keepMatter(token, "E4");
        assertThat(page("/concerns/new/" + token + "/name", worker)).contains("CONFIDENTIAL");

        var sent = send(token, "NAMED", worker);

        assertThat(sent).hasStatus(201);
        assertThat(receiptIn(text(sent))).hasSize(20);
        assertThat(page("/concerns", worker)).contains("澡堂没有热水");
    }

    @Test
    void the_last_step_sent_twice_shows_the_same_number_and_receipt() {
        var token = begin(worker);
        keepWords(token, "澡堂没有热水");
        keepMatter(token, "E4");

        var first = text(send(token, "NAMED", worker));
        var second = text(send(token, "NAMED", worker));

        assertThat(receiptIn(second)).isEqualTo(receiptIn(first));
        assertThat(numberIn(second)).isEqualTo(numberIn(first));
    }

    @Test
    void who_holds_the_receipt_comes_back_from_anywhere() {
        var token = begin(worker);
        keepWords(token, "队长让带病作业");
        keepMatter(token, "C5");
        var receipt = receiptIn(text(send(token, "ANONYMOUS", worker)));

        var opened = mvc.perform(post("/receipt").param("code", receipt).with(SignedIn.asNobody()));
        assertThat(opened).hasStatus(303);
        var wrong = mvc.perform(
                post("/receipt").param("code", "0000 0000 0000 0000 0000").with(SignedIn.asNobody()));
        assertThat(wrong).hasStatus(422);
        assertThat(text(wrong)).contains("0000 0000 0000 0000 0000");
    }

    @Test
    void the_words_of_the_receipt_open_it_as_the_digits_do() {
        var token = begin(worker);
        keepWords(token, "队长让带病作业");
        keepMatter(token, "C5");
        var sent = text(send(token, "ANONYMOUS", worker));
        var words = Receipt.parse(receiptIn(sent)).orElseThrow().words();
        assertThat(sent)
                .contains(
                        words.stream().map(word -> "<span>" + word + "</span>").toList());

        for (var typed : List.of(String.join("", words), String.join(" ", words), String.join("\u3000", words))) {
            assertThat(mvc.perform(post("/receipt").param("words", typed).with(SignedIn.asNobody())))
                    .hasStatus(303);
            assertThat(mvc.perform(post("/receipt").param("code", typed).with(SignedIn.asNobody())))
                    .hasStatus(303);
        }
        var mistyped = mvc.perform(post("/receipt")
                .param("words", String.join("", words).replace(words.get(3), "鼾鼾"))
                .with(SignedIn.asNobody()));

        assertThat(mistyped).hasStatus(422);
        assertThat(text(mistyped)).contains("第 4 个词“鼾鼾”不对", "id=\"words-error\"", words.getFirst());
    }

    @Test
    void too_many_characters_are_refused_with_what_was_typed_still_there() {
        var token = begin(worker);
        var text = "水".repeat(20_000);

        var answer = keepWords(token, text);

        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains(text).contains("20,000");
    }

    @Test
    void nothing_written_is_told_beside_the_field() {
        var answer = keepWords(begin(worker), "  \u200b ");

        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("id=\"text-error\"");
    }

    @Test
    void a_file_whose_name_lies_is_refused_and_the_text_is_kept() {
        var token = begin(worker);
        var program = new byte[] {'M', 'Z', 0, 3, 0, 0, 0, 4, 0, 0, 0, -1, -1, 0, 0};
        var answer = mvc.perform(multipart("/concerns/new/" + token + "/words")
                .file(new MockMultipartFile("files", "照片.jpg", "image/jpeg", program))
                .param("text", "皮带护栏断了")
                .with(SignedIn.as(worker)));

        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("皮带护栏断了").contains("id=\"files-error\"");
    }

    @Test
    void a_recording_needs_no_words_and_is_heard_by_whoever_has_the_draft() {
        var token = begin(worker);
        assertThat(mvc.perform(spoken(token, Recordings.spoken(7)).with(SignedIn.as(worker))))
                .hasRedirectedUrl("/concerns/new/" + token + "/matter");
        var again = page("/concerns/new/" + token + "/words", worker);
        var address = Pattern.compile("src=\"(/concerns/new/[^\"]+)\"").matcher(again);
        assertThat(again).contains("语音 7 秒");
        assertThat(address.find()).isTrue();
        assertThat(mvc.perform(get(address.group(1)).with(SignedIn.asNobody())))
                .hasStatus(200)
                .hasContentType("audio/wav");
        var otherDraft = address.group(1).replace(token, begin(worker));
        assertThat(mvc.perform(get(otherDraft).with(SignedIn.as(worker)))).hasStatus(404);
        keepMatter(token, "E4");

        assertThat(text(send(token, "NAMED", worker))).contains("语音 7 秒");
    }

    @Test
    void what_was_recorded_stays_when_the_words_with_it_are_too_long() {
        var token = begin(worker);
        var answer = mvc.perform(spoken(token, Recordings.spoken(7))
                .param("text", "水".repeat(6_000))
                .with(SignedIn.as(worker)));

        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("语音 7 秒").contains("name=\"keep\"");
    }

    @Test
    void a_recording_of_no_sound_is_refused_in_a_clear_sentence_and_the_words_stay() {
        var half = java.util.Arrays.copyOf(Recordings.spoken(7), 100);
        var answer =
                mvc.perform(spoken(begin(worker), half).param("text", "热水没了").with(SignedIn.as(worker)));

        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("热水没了").contains("没有传完或已损坏");
    }

    private static MockMultipartHttpServletRequestBuilder spoken(String token, byte[] recording) {
        return multipart("/concerns/new/" + token + "/words")
                .file(new MockMultipartFile("files", "语音1.wav", "audio/wav", recording));
    }

    @Test
    void who_is_not_signed_in_may_speak_without_a_name_and_says_which_mine() {
        var token = TOKEN.matcher(text(mvc.perform(get("/concerns/new"))));
        assertThat(token.find()).isTrue();
        var key = token.group(1);
        mvc.perform(multipart("/concerns/new/" + key + "/words")
                .param("text", "有人收钱")
                .with(SignedIn.asNobody()));
        var without = mvc.perform(
                post("/concerns/new/" + key + "/matter").param("matter", "M6").with(SignedIn.asNobody()));
        assertThat(without).hasStatus(422);
        mvc.perform(post("/concerns/new/" + key + "/matter")
                .param("matter", "M6")
                .param("unit", String.valueOf(mine.value()))
                .with(SignedIn.asNobody()));

        var named = mvc.perform(
                post("/concerns").param("token", key).param("mode", "NAMED").with(SignedIn.asNobody()));
        assertThat(named).hasStatus(422);
        var sent = mvc.perform(
                post("/concerns").param("token", key).param("mode", "ANONYMOUS").with(SignedIn.asNobody()));
        assertThat(sent).hasStatus(201);
    }

    @Test
    void what_was_spoken_is_read_back_before_it_is_entered_and_a_letter_needs_no_reading() {
        var form = text(mvc.perform(get("/desk/entry").param("channel", "VISIT").with(SignedIn.as(clerk))));
        assertThat(form).containsPattern("value=\"VISIT\" selected");
        var token = Pattern.compile("name=\"token\" value=\"([^\"]+)\"").matcher(form);
        assertThat(token.find()).isTrue();

        var spoken = mvc.perform(anonymous(token.group(1), "VISIT").with(SignedIn.as(clerk)));
        var written = mvc.perform(anonymous(token.group(1), "LETTER").with(SignedIn.as(clerk)));

        assertThat(spoken).hasStatus(422);
        assertThat(text(spoken)).contains("请先把写下的话念给他听", "来人说路灯坏了");
        assertThat(written).hasStatus(201);
    }

    private MockMultipartHttpServletRequestBuilder anonymous(String token, String channel) {
        return multipart("/desk/entry")
                .param("token", token)
                .param("channel", channel)
                .param("mode", "ANONYMOUS")
                .param("unit", String.valueOf(mine.value()))
                .param("text", "来人说路灯坏了");
    }

    @Test
    void a_clerk_enters_for_somebody_and_prints_the_receipt() {
        assertThat(page("/desk/entry", clerk)).contains("staffNumber");
        var form = text(mvc.perform(get("/desk/entry").with(SignedIn.as(clerk))));
        var token = Pattern.compile("name=\"token\" value=\"([^\"]+)\"").matcher(form);
        assertThat(token.find()).isTrue();
        var entry = multipart("/desk/entry")
                .param("token", token.group(1))
                .param("channel", "TELEPHONE")
                .param("mode", "NAMED")
                .param("matter", "E4")
                .param("readBack", "true")
                .param("text", "电话里说澡堂没热水");

        var unknown = mvc.perform(entry.param("staffNumber", "没有").with(SignedIn.as(clerk)));
        assertThat(unknown).hasStatus(422);
        assertThat(text(unknown)).contains("电话里说澡堂没热水");
        var sent = mvc.perform(multipart("/desk/entry")
                .param("token", token.group(1))
                .param("channel", "TELEPHONE")
                .param("mode", "NAMED")
                .param("matter", "E4")
                .param("readBack", "true")
                .param("text", "电话里说澡堂没热水")
                .param("staffNumber", directory.person(worker).staffNumber())
                .with(SignedIn.as(clerk)));

        assertThat(sent).hasStatus(201);
        assertThat(page("/concerns", worker)).contains("电话里说澡堂没热水");
        assertThat(mvc.perform(get("/desk/entry").with(SignedIn.as(worker)))).hasStatus(404);
    }

    private String begin(PersonId person) {
        var token = TOKEN.matcher(page("/concerns/new", person));
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private MvcTestResult keepWords(String token, String text) {
        return mvc.perform(multipart("/concerns/new/" + token + "/words")
                .param("text", text)
                .with(SignedIn.as(worker)));
    }

    private void keepMatter(String token, String matter) {
        assertThat(mvc.perform(post("/concerns/new/" + token + "/matter")
                        .param("matter", matter)
                        .param("kind", "HELP")
                        .param("place", "二号澡堂")
                        .with(SignedIn.as(worker))))
                .hasStatus(303);
    }

    private MvcTestResult send(String token, String mode, PersonId person) {
        return mvc.perform(
                post("/concerns").param("token", token).param("mode", mode).with(SignedIn.as(person)));
    }

    private String page(String address, PersonId person) {
        var answer = mvc.perform(get(address).with(SignedIn.as(person)));
        assertThat(answer).hasStatus(200);
        return text(answer);
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String receiptIn(String page) {
        var digits = DIGITS.matcher(page);
        var receipt = new StringBuilder();
        while (digits.find()) {
            receipt.append(digits.group(1));
        }
        return receipt.toString();
    }

    private static String numberIn(String page) {
        var number = NUMBER.matcher(page);
        assertThat(number.find()).isTrue();
        return number.group();
    }
}
