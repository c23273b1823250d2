package cn.lianxin.platform.identifying;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the product reads is what the sentences beside it teach. After a change of either: {@code -Dlianxin.write-docs=true}. */
class WeightsTest {

    private static final Path STORED = Path.of("src/main/resources/cn/lianxin/platform/identifying/weights.gz");

    /** Learning again takes half a minute; that it was these sentences is seen at once. */
    @Test
    void the_stored_weights_were_taught_by_the_sentences_beside_them() throws IOException {
        assertThat(Weights.digest(unpacked(Files.readAllBytes(STORED))))
                .as("write them anew: -Dtest=WeightsTest -Dlianxin.write-docs=true")
                .isEqualTo(Taught.digest());
    }

    @Test
    @Tag("hours")
    void the_stored_weights_are_those_that_the_sentences_teach() throws IOException {
        var learnt = Weights.stored(Recognizer.learnt(Taught.all()), Taught.digest());

        if (Boolean.getBoolean("lianxin.write-docs")) {
            Files.write(STORED, packed(learnt));
        }
        assertThat(unpacked(Files.readAllBytes(STORED)))
                .as("write them anew: -Dtest=WeightsTest -Dlianxin.write-docs=true")
                .isEqualTo(learnt);
    }

    @Test
    void they_are_small() throws IOException {
        assertThat(Files.size(STORED)).isLessThan(2_500_000);
    }

    private static byte[] packed(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(bytes)) {
            packing.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (var unpacking = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return unpacking.readAllBytes();
        }
    }
}
