package cn.lianxin.platform.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.lianxin.ProductTest;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@ProductTest
class AttachmentsTest {

    private static final Actor ANYBODY = new Actor.Visitor();

    @Autowired
    Attachments attachments;

    @Autowired
    JdbcClient sql;

    @Autowired
    Clock clock;

    @Test
    void a_file_comes_back_as_it_was_stored() throws Exception {
        var photo = Samples.image("jpeg", 2000, 1000);

        var taken = take(photo, "澡堂.png");

        var content = attachments.get(taken.id());
        assertThat(content.attachment()).isEqualTo(taken);
        assertThat(taken.name()).isEqualTo("澡堂.jpg");
        assertThat(taken.kind()).isEqualTo(AttachmentKind.PHOTO);
        assertThat(content.bytes()).hasSize((int) taken.size());
        assertThat(sql.sql("select sha256 from attachment.content where id = :id")
                        .param("id", taken.id().value())
                        .query(byte[].class)
                        .single())
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(content.bytes()));
        assertThat(attachments.preview(taken.id()).bytes().length).isLessThan(content.bytes().length);
        assertThat(attachments.preview(taken.id()).mediaType()).isEqualTo("image/jpeg");
    }

    @Test
    void a_file_without_a_preview_stands_for_itself() {
        var taken = take(Documents.pdf(), "通知.pdf");

        assertThat(attachments.preview(taken.id()).mediaType()).isEqualTo("application/pdf");
        assertThat(attachments.preview(taken.id()).bytes())
                .isEqualTo(attachments.get(taken.id()).bytes());
    }

    @Test
    void several_files_are_described_without_their_bytes() {
        var first = take(Samples.ascii("first text"), "一.txt");
        var second = take(Samples.ascii("second text"), "二.txt");

        assertThat(attachments.of(List.of(second.id(), first.id(), unknown()))).containsExactly(first, second);
        assertThat(attachments.of(List.of())).isEmpty();
    }

    @Test
    void what_was_never_attached_goes_and_what_was_kept_stays() {
        var orphan = take(Samples.ascii("orphan"), "孤儿.txt");
        var kept = take(Samples.ascii("kept"), "留下.txt");
        attachments.keep(List.of(kept.id(), kept.id()));

        assertThat(attachments.discardOlderThan(clock.instant().minus(Duration.ofDays(1))))
                .isZero();
        assertThat(attachments.discardOlderThan(clock.instant().plusSeconds(1))).isPositive();

        assertThat(attachments.of(List.of(orphan.id(), kept.id()))).containsExactly(kept);
        assertThatThrownBy(() -> attachments.keep(List.of(kept.id(), orphan.id())))
                .isInstanceOfSatisfying(
                        Refusal.Violation.class,
                        violation -> assertThat(violation.code()).isEqualTo("file-gone"));
    }

    @Test
    void what_was_discarded_is_not_found() {
        var taken = take(Samples.ascii("secret"), "密.txt");

        attachments.discard(List.of(taken.id()));

        assertThatThrownBy(() -> attachments.get(taken.id())).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> attachments.preview(unknown())).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void a_recording_is_answered_in_parts_and_sealed_off_from_our_pages() throws Exception {
        var recording = Recordings.amr(2);
        var taken = take(recording, "下井录音.amr");

        browser()
                .perform(get("/files/{id}", taken.id().value()).header("Range", "bytes=6-9"))
                .andExpect(status().isPartialContent())
                .andExpect(content().bytes(new byte[] {0x3C, 0, 0, 0}))
                .andExpect(header().string("Content-Range", "bytes 6-9/3206"))
                .andExpect(header().string("Content-Type", "audio/amr"));
        browser()
                .perform(get("/files/{id}", taken.id().value()))
                .andExpect(status().isOk())
                .andExpect(content().bytes(recording))
                .andExpect(header().string("Accept-Ranges", "bytes"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", "max-age=3600, private"))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                Matchers.allOf(
                                        Matchers.startsWith("sandbox; default-src 'none'"),
                                        Matchers.endsWith("frame-ancestors 'none'"))))
                .andExpect(header().string(
                                "Content-Disposition",
                                Matchers.allOf(
                                        Matchers.startsWith("inline;"),
                                        Matchers.containsString(
                                                "filename*=UTF-8''%E4%B8%8B%E4%BA%95%E5%BD%95%E9%9F%B3.amr"))));
    }

    @Test
    void an_unchanged_file_is_not_sent_twice() throws Exception {
        var taken = take(Samples.image("jpeg", 900, 900), "图.jpg");
        var first = browser().perform(get("/files/{id}", taken.id().value())).andReturn();

        browser()
                .perform(get("/files/{id}", taken.id().value())
                        .header(
                                "If-None-Match",
                                String.valueOf(first.getResponse().getHeader("ETag"))))
                .andExpect(status().isNotModified());
    }

    @Test
    void documents_of_offices_and_heic_are_saved_not_shown() {
        assertThat(dispositionOf(Documents.docx())).startsWith("attachment;");
        assertThat(dispositionOf(Samples.heic())).startsWith("attachment;");
        assertThat(dispositionOf(Samples.ascii("plain text"))).startsWith("attachment;");
        assertThat(dispositionOf(Documents.pdf())).startsWith("inline;");
        assertThat(dispositionOf(Samples.image("png", 9, 9))).startsWith("inline;");
    }

    private String dispositionOf(byte[] bytes) {
        var answer = AttachmentAnswers.answer(attachments.get(take(bytes, "a").id()));
        return String.valueOf(answer.getHeaders().getFirst("Content-Disposition"));
    }

    private StoredAttachment take(byte[] bytes, String name) {
        return attachments.take(new ByteArrayInputStream(bytes), name, ANYBODY);
    }

    private static AttachmentId unknown() {
        return new AttachmentId(UUID.randomUUID());
    }

    private MockMvc browser() {
        return MockMvcBuilders.standaloneSetup(new Files(attachments)).build();
    }

    /** As a room would serve the files of its own things, after asking who may see them. */
    @RestController
    record Files(Attachments attachments) {

        @GetMapping("/files/{id}")
        ResponseEntity<Resource> file(@PathVariable UUID id) {
            return AttachmentAnswers.answer(attachments.get(new AttachmentId(id)));
        }
    }
}
