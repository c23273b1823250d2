package cn.lianxin.raising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.lianxin.ProductTest;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.ReadingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.platform.attachment.Recordings;
import cn.lianxin.platform.audit.Door;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** A good file is not lost because another of the same form is refused. */
@ProductTest
class SeveralFilesTest {

    private static final Pattern KEPT = Pattern.compile("name=\"keep\" value=\"([0-9a-f-]{36})\" checked");

    private static final byte[] PDF = """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj
            4 0 obj<</Author(Wang)>>endobj
            trailer<</Root 1 0 R/Info 4 0 R>>
            %%EOF
            """.getBytes(StandardCharsets.US_ASCII);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    ReadingConcerns reading;

    @Autowired
    Drafts drafts;

    Mine mine;

    @BeforeEach
    void found() {
        mine = new Mine(village);
    }

    @Test
    void while_raising_the_good_ones_stay_and_each_refused_one_is_named() {
        var token = drafts.newToken();

        var refused = mvc.perform(several("/concerns/new/" + token + "/words")
                .param("text", "皮带护栏断了")
                .with(SignedIn.as(mine.worker)));

        assertThat(refused).hasStatus(422);
        assertThat(text(refused))
                .contains("皮带护栏断了", "语音 7 秒", "“空的.txt”是空的", "“大的.mp4”超过 20 MB", "“假的.jpg”的内容和它的名字对不上");
        assertThat(keptIn(refused)).hasSize(2);
        assertThat(drafts.find(token).orElseThrow().attachments()).hasSize(2);

        var next = mvc.perform(multipart("/concerns/new/" + token + "/words")
                .param("text", "皮带护栏断了")
                .param("keep", keptIn(refused).getFirst())
                .with(SignedIn.as(mine.worker)));

        assertThat(next).hasRedirectedUrl("/concerns/new/" + token + "/matter");
        assertThat(drafts.find(token).orElseThrow().attachments())
                .extracting(Object::toString)
                .containsExactly(keptIn(refused).getFirst());
    }

    @Test
    void at_the_desk_the_good_ones_stay_with_what_was_typed() {
        var token = drafts.newToken();
        var refused = mvc.perform(entry(several("/desk/entry"), token));
        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("来人说路灯坏了", "“假的.jpg”的内容和它的名字对不上");
        assertThat(keptIn(refused)).hasSize(2);

        var again = multipart("/desk/entry");
        keptIn(refused).forEach(file -> again.param("keep", file));
        var sent = mvc.perform(entry(again, token));

        assertThat(sent).hasStatus(201);
        var number = raising.raisedWith(token).orElseThrow().number();
        assertThat(reading.open(number, Door.PAGE, mine.desk).attachments()).hasSize(2);
    }

    @Test
    void in_talk_the_good_ones_stay_and_go_along_the_next_time() {
        var number = raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), mine.worker)
                .number();
        var address = "/concerns/" + number + "/message";

        var refused = mvc.perform(several(address).param("text", "照片在这里").with(SignedIn.as(mine.worker)));

        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("照片在这里", "“空的.txt”是空的");
        assertThat(keptIn(refused)).hasSize(2);
        assertThat(reading.open(number, Door.PAGE, mine.worker).attachments()).isEmpty();

        var again = multipart(address).param("text", "照片在这里");
        keptIn(refused).forEach(file -> again.param("keep", file));

        assertThat(mvc.perform(again.with(SignedIn.as(mine.worker)))).hasStatus(303);
        assertThat(text(mvc.perform(get("/concerns/" + number).with(SignedIn.as(mine.worker)))))
                .contains("照片在这里", "好的.txt", "语音 7 秒");
    }

    @Test
    void good_files_stay_when_it_is_the_words_that_are_refused() {
        var number = raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), mine.worker)
                .number();

        var refused = mvc.perform(multipart("/concerns/" + number + "/message")
                .file(file("好的.txt", "工资条".getBytes(StandardCharsets.UTF_8)))
                .param("text", "水".repeat(6_000))
                .with(SignedIn.as(mine.worker)));

        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("好的.txt");
        assertThat(keptIn(refused)).hasSize(1);
    }

    @Test
    void who_attaches_a_document_is_told_what_of_a_name_in_it_stays() {
        var token = drafts.newToken();
        var warning = "正文里、图里看得见的名字去不掉";
        mvc.perform(multipart("/concerns/new/" + token + "/words")
                .file(file("工资条.pdf", PDF))
                .param("text", "皮带护栏断了")
                .with(SignedIn.as(mine.worker)));
        mvc.perform(
                post("/concerns/new/" + token + "/matter").param("matter", "E4").with(SignedIn.as(mine.worker)));

        var beside = mvc.perform(get("/concerns/new/" + token + "/words").with(SignedIn.as(mine.worker)));
        var before = mvc.perform(get("/concerns/new/" + token + "/name").with(SignedIn.as(mine.worker)));

        assertThat(text(beside)).contains(warning);
        assertThat(text(before)).contains(warning);
    }

    @Test
    void nobody_takes_along_a_file_that_is_attached_elsewhere() {
        var token = drafts.newToken();
        var refused = mvc.perform(entry(several("/desk/entry"), token));
        var file = keptIn(refused).getFirst();
        assertThat(mvc.perform(entry(multipart("/desk/entry").param("keep", file), token)))
                .hasStatus(201);

        var other = mvc.perform(entry(multipart("/desk/entry").param("keep", file), drafts.newToken()));

        assertThat(other).hasStatus(422);
        assertThat(text(other)).contains("先前选的文件已经过期");
    }

    private MockMultipartHttpServletRequestBuilder entry(MockMultipartHttpServletRequestBuilder form, String token) {
        form.param("token", token)
                .param("channel", "LETTER")
                .param("mode", "ANONYMOUS")
                .param("unit", String.valueOf(mine.mine.value()))
                .param("text", "来人说路灯坏了");
        form.with(SignedIn.as(mine.desk));
        return form;
    }

    private static MockMultipartHttpServletRequestBuilder several(String address) {
        return multipart(address)
                .file(file("好的.txt", "工资条".getBytes(StandardCharsets.UTF_8)))
                .file(file("假的.jpg", new byte[] {'M', 'Z', 0, 3, 0, 0, 0, 4, 0, 0, 0, -1, -1, 0, 0}))
                .file(file("空的.txt", new byte[0]))
                .file(file("大的.mp4", new byte[21 * 1024 * 1024]))
                .file(file("语音1.wav", Recordings.spoken(7)));
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("files", name, "application/octet-stream", content);
    }

    private static List<String> keptIn(MvcTestResult result) {
        return KEPT.matcher(text(result))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
