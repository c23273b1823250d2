package cn.lianxin.raising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.attachment.Recordings;
import cn.lianxin.platform.web.SharedDevice;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ProductTest
class OfflineControllerTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    Drafts drafts;

    @Autowired
    Writers writers;

    @Autowired
    JdbcClient sql;

    UnitId mine;
    PersonId worker;
    PersonId mate;
    String token = "";

    @BeforeEach
    void found() {
        mine = village.mine();
        village.holder(Role.DESK_OFFICER, mine);
        worker = village.worker(village.district(mine));
        mate = village.worker(village.district(mine));
        token = drafts.newToken();
    }

    @Test
    void a_draft_with_a_recording_in_parts_is_filed_and_nothing_of_the_parts_stays() throws Exception {
        var recording = Recordings.spoken(7);
        sendFile(recording);

        var sent = send(draft("NAMED", "离线写的：澡堂没热水", 1), SignedIn.as(worker));

        assertThat(sent).hasStatus(201);
        assertThat(text(sent)).containsPattern("\"number\":\"\\d{4}-\\d{4}-\\d{4}\",\"receipt\":\"\\d{20}\"");
        assertThat(page("/concerns", worker)).contains("离线写的：澡堂没热水");
        assertThat(howFar()).hasStatus(404);
    }

    @Test
    void whose_answer_was_lost_he_sends_again_and_gets_the_same_receipt() throws Exception {
        assertThat(mvc.perform(get(address()).with(SignedIn.as(worker)))).hasStatus(204);
        sendFile(Recordings.spoken(7));
        var first = text(send(draft("NAMED", "只交一次", 1), SignedIn.as(worker)));

        for (var again = 0; again < 5; again++) {
            assertThat(text(send(draft("NAMED", "只交一次", 1), SignedIn.as(worker))))
                    .isEqualTo(first);
            assertThat(text(mvc.perform(get(address()).with(SignedIn.asNobody()))))
                    .isEqualTo(first);
        }
        assertThat(filed("只交一次")).isEqualTo(1);
    }

    @Test
    void sent_by_page_and_worker_at_once_it_is_filed_once() throws Exception {
        sendFile(Recordings.spoken(7));
        Callable<Integer> sending = () -> send(draft("NAMED", "同时交的", 1), SignedIn.as(worker))
                .getResponse()
                .getStatus();

        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var answer : threads.invokeAll(Collections.nCopies(8, sending))) {
                // Who comes between sees that the parts have gone, and asks again.
                assertThat(answer.get()).isIn(201, 409);
            }
        }

        assertThat(filed("同时交的")).isEqualTo(1);
        assertThat(send(draft("NAMED", "同时交的", 1), SignedIn.as(worker))).hasStatus(201);
    }

    @Test
    void with_a_name_only_its_writer_files_it_and_it_waits_for_him() {
        assertThat(send(draft("NAMED", "我写的", 0), SignedIn.asNobody())).hasStatus(403);
        assertThat(send(draft("CONFIDENTIAL", "我写的", 0), SignedIn.as(mate))).hasStatus(403);
        assertThat(filed("我写的")).isZero();

        assertThat(send(draft("CONFIDENTIAL", "我写的", 0), SignedIn.as(worker))).hasStatus(201);
        assertThat(writers.markOf(new Actor.Member(worker, "甲", List.of())))
                .isNotEqualTo(writers.markOf(new Actor.Member(mate, "乙", List.of())))
                .matches("[0-9a-f]{32}");
    }

    @Test
    void without_a_name_it_says_which_mine_and_nobody_is_on_record_whoever_is_signed_in() {
        var without = """
                {"mode": "ANONYMOUS", "words": "有人收钱", "matter": "E4", "files": 0}""";
        assertThat(send(without, SignedIn.as(worker))).hasStatus(422);

        var sent = send(draft("ANONYMOUS", "有人收钱，匿名", 0), SignedIn.as(worker));

        assertThat(sent).hasStatus(201);
        assertThat(sql.sql("select reporter is null from concern.concern where words = '有人收钱，匿名'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(page("/concerns", worker)).doesNotContain("有人收钱，匿名");
    }

    @Test
    void files_that_are_not_whole_hold_it_back() throws Exception {
        var recording = Recordings.spoken(7);
        announce(recording);
        append(0, Arrays.copyOf(recording, 500));

        var early = send(draft("NAMED", "还没传完", 1), SignedIn.as(worker));

        assertThat(early).hasStatus(409);
        assertThat(text(early)).contains("upload-missing");
        assertThat(filed("还没传完")).isZero();
    }

    @Test
    void a_part_that_begins_elsewhere_is_told_where_to_begin() throws Exception {
        var recording = Recordings.spoken(7);
        announce(recording);
        append(0, Arrays.copyOf(recording, 500));

        var twice = append(0, Arrays.copyOf(recording, 500));

        assertThat(twice).hasStatus(409).hasHeader("Upload-Offset", "500");
        assertThat(howFar())
                .hasStatus(200)
                .hasHeader("Upload-Offset", "500")
                .hasHeader("Upload-Length", String.valueOf(recording.length));
    }

    @Test
    void more_than_nine_files_or_too_long_a_part_are_refused() throws Exception {
        assertThat(send(draft("NAMED", "十个文件", 10), SignedIn.as(worker))).hasStatus(422);
        announce(Recordings.spoken(7));
        assertThat(append(0, new byte[1024 * 1024 + 1])).hasStatus(422);
        assertThat(mvc.perform(json(put(address() + "/files/9"), "{\"size\": 1}")))
                .hasStatus(422);
    }

    @Test
    void what_the_form_refuses_is_refused_in_the_words_of_the_phone() {
        var silent = draft("NAMED", " ", 0);

        assertThat(text(send(silent, SignedIn.as(worker)))).contains("words-required");
        var english = mvc.perform(json(post(address() + "?language=en"), silent).with(SignedIn.as(worker)));
        assertThat(english).hasStatus(422);
        assertThat(text(english)).doesNotContainPattern("\\p{IsHan}");
        assertThat(send(draft("NAMED", "x", 0).replace(":" + mine.value(), ":987654321"), SignedIn.as(worker)))
                .hasStatus(422);
        assertThat(send("no json", SignedIn.as(worker))).hasStatus(400);
    }

    @Test
    void neither_a_shared_device_nor_what_was_left_at_one_gets_in() {
        RequestPostProcessor terminal = request -> {
            SharedDevice.mark(request, "lamp-room");
            return request;
        };
        assertThat(mvc.perform(get("/concerns/new/offline").with(terminal))).hasStatus(404);
        assertThat(mvc.perform(get("/service-worker.js").with(terminal))).hasStatus(404);
        assertThat(text(mvc.perform(get("/").with(terminal)))).doesNotContain("offline", "webmanifest");
        assertThat(mvc.perform(json(post(address()), draft("NAMED", "终端", 0))
                        .with(SignedIn.as(worker))
                        .with(terminal)))
                .hasStatus(404);

        drafts.bury(token);

        assertThat(send(draft("NAMED", "终端", 0), SignedIn.as(worker))).hasStatus(409);
        assertThat(mvc.perform(get(address()).with(SignedIn.asNobody()))).hasStatus(409);
        assertThat(howFar()).hasStatus(409);
    }

    @Test
    void the_page_is_the_same_whoever_is_signed_in() {
        var nobodys = text(mvc.perform(get("/concerns/new/offline").with(SignedIn.asNobody())));

        assertThat(page("/concerns/new/offline", worker)).isEqualTo(nobodys).contains("没网也能写");
        assertThat(page("/concerns/new/offline?language=en&senior=on", worker))
                .contains("Write without a network", "class=\"senior\"");
    }

    @Test
    void the_worker_script_names_a_version_and_signing_out_clears_what_is_kept() {
        var script = mvc.perform(get("/service-worker.js"));
        assertThat(script).hasStatus(200).hasHeader("Cache-Control", "no-cache");
        assertThat(text(script)).containsPattern("^const VERSION = \"[0-9a-f]{16}\";");
        village.mine();
        assertThat(text(mvc.perform(get("/service-worker.js")))).isNotEqualTo(text(script));

        assertThat(mvc.perform(post("/sign-out").with(SignedIn.byCookie(worker))))
                .hasHeader("Clear-Site-Data", "\"storage\"");
        assertThat(mvc.perform(get("/manifest.webmanifest")))
                .hasStatus(200)
                .hasContentType("application/manifest+json");
    }

    private String draft(String mode, String words, int files) {
        return """
                {"writer": "%s", "mode": "%s", "kind": "HELP", "matter": "E4", "place": "二号澡堂", "unit":%d,
                 "words": "%s", "files": %d}""".formatted(
                        writers.markOf(new Actor.Member(worker, "矿工", List.of())), mode, mine.value(), words, files);
    }

    private MvcTestResult send(String draft, RequestPostProcessor by) {
        return mvc.perform(json(post(address()), draft).with(by));
    }

    private void sendFile(byte[] file) throws Exception {
        assertThat(announce(file)).hasStatus(200);
        var half = file.length / 2;
        assertThat(append(0, Arrays.copyOf(file, half))).hasStatus(200);
        assertThat(append(half, Arrays.copyOfRange(file, half, file.length))).hasStatus(200);
    }

    private MvcTestResult announce(byte[] file) throws Exception {
        var sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        return mvc.perform(json(put(address() + "/files/0"), """
                {"name": "语音.wav", "size": %d, "sha256": "%s"}""".formatted(file.length, sha256)));
    }

    private MvcTestResult append(int offset, byte[] part) {
        return mvc.perform(patch(address() + "/files/0")
                .header("Upload-Offset", offset)
                .contentType("application/offset+octet-stream")
                .accept(MediaType.APPLICATION_JSON)
                .content(part)
                .with(SignedIn.asNobody()));
    }

    private MvcTestResult howFar() {
        return mvc.perform(
                head(address() + "/files/0").accept(MediaType.APPLICATION_JSON).with(SignedIn.asNobody()));
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .content(body)
                .with(SignedIn.asNobody());
    }

    private String address() {
        return "/concerns/new/offline/" + token;
    }

    private long filed(String words) {
        return sql.sql("select count(*) from concern.concern where words = :words and unit = :mine")
                .param("words", words)
                .param("mine", mine.value())
                .query(Long.class)
                .single();
    }

    private String page(String address, PersonId person) {
        return text(mvc.perform(get(address).with(SignedIn.as(person))));
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
