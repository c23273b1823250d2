package cn.lianxin.platform.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
class PartialUploadsTest {

    private static final Actor ANYBODY = new Actor.Visitor();

    @Autowired
    PartialUploads uploads;

    @Autowired
    Attachments attachments;

    @Autowired
    JdbcClient sql;

    final String key = UUID.randomUUID().toString();

    @AfterEach
    void today() {
        TestClock.reset();
    }

    @RepeatedTest(12)
    void in_whatever_parts_it_comes_and_however_often_the_whole_is_what_was_sent(RepetitionInfo repetition)
            throws Exception {
        var random = new Random(repetition.getCurrentRepetition());
        var text = noise(random, 1 + random.nextInt(300_000));
        var progress = begin(text, ".txt");
        while (!progress.whole()) {
            int at = (int) progress.offset();
            var part = Arrays.copyOfRange(text, at, Math.min(text.length, at + 1 + random.nextInt(70_000)));
            if (random.nextInt(4) == 0) {
                refusedAt(random.nextInt(text.length) + at + 1L, part);
            }
            progress = uploads.append(key, at, part, ANYBODY);
            if (random.nextInt(3) == 0) {
                refusedAt(at, part);
                progress = random.nextBoolean() ? begin(text, ".txt") : uploads.progress(key);
            }
        }

        var content = attachments.get(uploads.whole(List.of(key)).getFirst());
        assertThat(content.bytes()).isEqualTo(text);
        assertThat(partsOnRecord()).isZero();
    }

    @RepeatedTest(5)
    void of_the_same_part_sent_by_many_at_once_one_is_taken() throws Exception {
        var photo = Samples.image("jpeg", 900, 700);
        begin(photo);
        var half = photo.length / 2;

        var first = together(() -> uploads.append(key, 0, Arrays.copyOf(photo, half), ANYBODY));
        var second = together(() -> uploads.append(key, half, Arrays.copyOfRange(photo, half, photo.length), ANYBODY));

        assertThat(List.of(first, second)).containsOnly(1);
        assertThat(attachments.get(uploads.whole(List.of(key)).getFirst()).bytes())
                .isEqualTo(photo);
    }

    @Test
    void many_who_ask_for_a_file_whose_last_answer_was_lost_get_one_attachment() throws Exception {
        var photo = Samples.image("jpeg", 900, 700);
        begin(photo);
        sql.sql("insert into attachment.part select digest, 0, :bytes from attachment.partial where digest = :digest")
                .param("bytes", photo)
                .param("digest", digest())
                .update();
        sql.sql("update attachment.partial set received = size where digest = :digest")
                .param("digest", digest())
                .update();

        assertThat(together(() -> begin(photo))).isEqualTo(8);

        assertThat(uploads.whole(List.of(key))).hasSize(1);
        assertThat(begin(photo).whole()).isTrue();
        assertThat(sql.sql(
                                "select count(*) from attachment.content where sha256 = :sha256 and not kept and name = :name")
                        .param("sha256", MessageDigest.getInstance("SHA-256").digest(photo))
                        .param("name", key + ".jpg")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void it_is_cleaned_and_examined_like_any_other_file() throws Exception {
        var photo = Samples.phonePhoto(600, 400, 6);
        begin(photo);
        uploads.append(key, 0, photo, ANYBODY);

        var content = attachments.get(uploads.whole(List.of(key)).getFirst());

        assertThat(new String(content.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(Samples.OWNER);
        assertThat(content.bytes().length).isLessThan(photo.length);
    }

    @Test
    void what_may_not_be_taken_is_refused_and_nothing_of_it_stays() throws Exception {
        var program = new byte[] {'M', 'Z', 0, 3, 0, 0, 0, 4, 0, 0, 0, -1, -1, 0, 0};
        begin(program);

        assertThatThrownBy(() -> uploads.append(key, 0, program, ANYBODY))
                .isInstanceOf(Refusal.Violation.class)
                .hasMessageContaining("file-lies");
        assertThatThrownBy(() -> uploads.progress(key)).isInstanceOf(Refusal.NotFound.class);
        assertThat(partsOnRecord()).isZero();
    }

    @Test
    void what_is_not_what_was_announced_has_to_come_again() throws Exception {
        var photo = Samples.image("jpeg", 300, 200);
        begin(photo);
        var other = photo.clone();
        other[100] = (byte) (other[100] ^ 1);

        assertThatThrownBy(() -> uploads.append(key, 0, other, ANYBODY)).hasMessageContaining("upload-altered");
        assertThat(begin(photo).offset()).isZero();
        assertThat(uploads.append(key, 0, photo, ANYBODY).whole()).isTrue();
    }

    @Test
    void limits_hold_before_a_byte_has_come() {
        assertThatThrownBy(() -> uploads.begin(key, "片.mp4", Intake.LARGEST + 1L, "0".repeat(64), ANYBODY))
                .hasMessageContaining("file-too-large");
        assertThatThrownBy(() -> uploads.begin(key, "片.mp4", 0, "0".repeat(64), ANYBODY))
                .hasMessageContaining("file-empty");
        assertThatThrownBy(() -> uploads.begin(key, "片.mp4", 9, "no digest", ANYBODY))
                .isInstanceOf(Refusal.Violation.class);
    }

    @Test
    void more_than_was_announced_is_refused_and_so_is_another_file_under_the_same_key() throws Exception {
        var photo = Samples.image("jpeg", 300, 200);
        begin(photo);

        assertThatThrownBy(() -> uploads.append(key, 0, Arrays.copyOf(photo, photo.length + 1), ANYBODY))
                .isInstanceOf(Refusal.Violation.class);
        assertThatThrownBy(() -> uploads.append(key, 0, new byte[0], ANYBODY)).isInstanceOf(Refusal.Violation.class);
        assertThatThrownBy(() -> begin(Samples.image("jpeg", 301, 200))).hasMessageContaining("upload-other");
        assertThat(uploads.progress(key).offset()).isZero();
    }

    @Test
    void without_its_key_nobody_continues_it_and_the_key_is_not_on_record() throws Exception {
        var photo = Samples.image("jpeg", 300, 200);
        begin(photo);

        assertThatThrownBy(() -> uploads.append(key + "x", 0, photo, ANYBODY)).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> uploads.whole(List.of(key))).hasMessageContaining("upload-missing");
        assertThat(sql.sql("select count(*) from attachment.partial p where p::text like :key and name <> :name")
                        .param("key", "%" + key + "%")
                        .param("name", key + ".jpg")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void what_nobody_continues_for_three_days_is_gone() throws Exception {
        var photo = Samples.image("jpeg", 300, 200);
        begin(photo);
        uploads.append(key, 0, Arrays.copyOf(photo, 100), ANYBODY);

        TestClock.forward(Duration.ofDays(2));
        uploads.forgetOld();
        assertThat(uploads.progress(key).offset()).isEqualTo(100);
        TestClock.forward(Duration.ofDays(2));
        uploads.forgetOld();

        assertThatThrownBy(() -> uploads.progress(key)).isInstanceOf(Refusal.NotFound.class);
        assertThat(partsOnRecord()).isZero();
    }

    private void refusedAt(long offset, byte[] part) {
        assertThatThrownBy(() -> uploads.append(key, offset, part, ANYBODY)).hasMessageContaining("upload-offset");
    }

    /** How many of eight at once were not refused. */
    private static int together(Callable<UploadProgress> act) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(8)) {
            return (int) threads.invokeAll(Collections.nCopies(8, act)).stream()
                    .filter(done -> done.state() == java.util.concurrent.Future.State.SUCCESS)
                    .count();
        }
    }

    private UploadProgress begin(byte[] file) throws Exception {
        return begin(file, ".jpg");
    }

    private UploadProgress begin(byte[] file, String extension) throws Exception {
        var sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        return uploads.begin(key, key + extension, file.length, sha256, ANYBODY);
    }

    private String digest() {
        return sql.sql("select digest from attachment.partial where name = :name")
                .param("name", key + ".jpg")
                .query(String.class)
                .single();
    }

    private long partsOnRecord() {
        return sql.sql("""
                        select count(*) from attachment.part
                        where digest in (select digest from attachment.partial where name like :name)
                           or digest not in (select digest from attachment.partial)
                        """).param("name", key + "%").query(Long.class).single();
    }

    /** A text, because any bytes are one. */
    private static byte[] noise(Random random, int length) {
        var bytes = new byte[length];
        for (var i = 0; i < length; i++) {
            bytes[i] = (byte) ('a' + random.nextInt(26));
        }
        return bytes;
    }
}
