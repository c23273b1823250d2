package cn.lianxin.platform.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.virus.Clamd;
import cn.lianxin.platform.virus.Scanners;
import cn.lianxin.platform.virus.VirusScanner;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@Tag("slow")
class InfectedFilesTest {

    private static final Actor ANYBODY = new Actor.Visitor();
    private static final String NOBODY = "127.0.0.1:9";

    @TempDir
    static Path directory;

    private static Clamd clamd;

    @Autowired
    JdbcClient sql;

    @Autowired
    Partials partials;

    @Autowired
    Clock clock;

    @BeforeAll
    static void start() throws Exception {
        clamd = Clamd.start(directory);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        clamd.close();
    }

    @Test
    void an_infected_file_is_refused_and_kept_apart_once_without_its_name() {
        var attachments = scannedBy(clamd.byPort());

        for (var twice = 0; twice < 2; twice++) {
            assertRefused(
                    () -> attachments.take(new ByteArrayInputStream(Clamd.EICAR), "工友张三.txt", ANYBODY), "virus-found");
        }

        assertThat(stored(Clamd.EICAR)).isZero();
        var kept = sql.sql("select * from virus.quarantine where bytes = :bytes")
                .param("bytes", Clamd.EICAR)
                .query()
                .listOfRows();
        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst()).containsOnlyKeys("id", "at", "infection", "size", "sha256", "bytes");
    }

    @Test
    void a_clean_file_comes_in() {
        var attachments = scannedBy(clamd.byPort());

        var taken = attachments.take(new ByteArrayInputStream(Samples.image("jpeg", 300, 200)), "澡堂.jpg", ANYBODY);

        assertThat(attachments.get(taken.id()).attachment()).isEqualTo(taken);
    }

    @Test
    void nothing_comes_in_that_could_not_be_looked_at() {
        var text = ("没人看过 " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        var attachments = scannedBy(NOBODY);

        assertRefused(
                () -> attachments.take(new ByteArrayInputStream(text), "说明.txt", ANYBODY), VirusScanner.UNAVAILABLE);

        assertThat(stored(text)).isZero();
    }

    @Test
    void what_a_phone_has_sent_waits_for_the_scanner_and_need_not_be_sent_again() throws Exception {
        var key = UUID.randomUUID().toString();
        var text = ("在手机里等过 " + key).getBytes(StandardCharsets.UTF_8);
        var sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        var without = new PartialUploads(partials, scannedBy(NOBODY), clock);
        without.begin(key, "说明.txt", text.length, sha256, ANYBODY);

        assertThatThrownBy(() -> without.append(key, 0, text, ANYBODY))
                .isInstanceOfSatisfying(
                        Refusal.Conflict.class,
                        refused -> assertThat(refused.code()).isEqualTo(VirusScanner.UNAVAILABLE));
        var with = new PartialUploads(partials, scannedBy(clamd.byPort()), clock);
        var progress = with.begin(key, "说明.txt", text.length, sha256, ANYBODY);

        assertThat(progress.whole()).isTrue();
        assertThat(with.whole(List.of(key))).hasSize(1);
    }

    private Attachments scannedBy(String daemon) {
        return new Attachments(sql, Scanners.at(daemon, sql), clock);
    }

    private int stored(byte[] bytes) {
        return sql.sql("select count(*) from attachment.content where bytes = :bytes")
                .param("bytes", bytes)
                .query(Integer.class)
                .single();
    }

    private static void assertRefused(ThrowingCallable taking, String code) {
        assertThatThrownBy(taking).isInstanceOfSatisfying(Refusal.Violation.class, refused -> {
            assertThat(refused.field()).isEqualTo("files");
            assertThat(refused.code()).isEqualTo(code);
        });
    }
}
