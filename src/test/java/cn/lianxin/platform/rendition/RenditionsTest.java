package cn.lianxin.platform.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.attachment.AttachmentId;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.attachment.KeptRenditions;
import cn.lianxin.platform.rendition.Size.Coding;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
class RenditionsTest {

    private static final Size LIST = new Size(320, Coding.WEBP);

    @Autowired
    Renditions renditions;

    @Autowired
    KeptRenditions kept;

    @Autowired
    Attachments attachments;

    @Test
    void all_sizes_are_made_once_and_go_with_their_file() {
        var id = taken(Photographs.written(Photographs.photograph(2000, 1500, 1), "jpeg"));

        var first = renditions.of(id, LIST);
        var again = renditions.of(id, LIST);

        assertThat(first.mediaType()).isEqualTo("image/webp");
        assertThat(Photographs.read(first.bytes()).getWidth()).isEqualTo(320);
        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(again.version()).isEqualTo(first.version());
        assertThat(kept.of(id))
                .containsExactlyInAnyOrderElementsOf(
                        Size.all(true).stream().map(Size::name).toList());
        assertThat(renditions.sizes(List.of(id)).get(id)).isEqualTo(new java.awt.Dimension(2000, 1500));
        attachments.discard(List.of(id));
        assertThat(kept.of(id)).isEmpty();
        assertThatThrownBy(() -> renditions.of(id, LIST)).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void what_has_no_sizes_is_shown_as_it_is() {
        var gif = Photographs.written(Photographs.corners(600, 400), "gif");
        var id = taken(gif);

        assertThat(renditions.of(id, new Size(960, Coding.WEBP)).mediaType()).isEqualTo("image/gif");
        assertThat(renditions.of(id, new Size(960, Coding.JPEG)).bytes())
                .isEqualTo(attachments.get(id).bytes());
        var webp = taken(webp());
        assertThat(renditions.of(webp, new Size(960, Coding.JPEG)).mediaType()).isEqualTo("image/webp");
        assertThat(renditions.sizes(List.of(id, webp)))
                .containsEntry(id, new java.awt.Dimension(600, 400))
                .containsEntry(webp, new java.awt.Dimension(400, 300));
    }

    @Test
    void a_list_sends_at_most_four_tenths_of_the_bytes_that_one_size_for_all_takes() {
        long before = 0;
        long now = 0;
        for (var seed = 0; seed < 6; seed++) {
            var id = taken(Photographs.written(Photographs.photograph(2400, 1600, seed), "jpeg"));
            before += attachments.preview(id).bytes().length;
            now += renditions.of(id, LIST).bytes().length;
        }

        System.err.printf("list page: %d bytes in one size of JPEG, %d in sizes of WebP%n", before, now);
        assertThat(now).isLessThanOrEqualTo(before * 4 / 10);
    }

    @Test
    void nothing_of_the_camera_is_in_any_size_and_the_credit_is_in_each() {
        var mark = "{\"AIGC\":{\"Label\":\"1\",\"ContentProducer\":\"001191110105MA0\",\"ProduceID\":\"甲 & <乙>\"}}";
        var xmp = "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'>"
                + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                + "<rdf:Description xmlns:exif='http://ns.adobe.com/exif/1.0/' exif:GPSLatitude='40,6N'"
                + " xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/' photoshop:Credit='青川矿工 摄'>"
                + "<dc:rights xmlns:dc='http://purl.org/dc/elements/1.1/'><rdf:Alt><rdf:li>© 2026 李春生</rdf:li></rdf:Alt></dc:rights>"
                + "<xmp:CreateDate xmlns:xmp='http://ns.adobe.com/xap/1.0/'>2026-11-30T08:00:00</xmp:CreateDate>"
                + "<t:AIGC xmlns:t='http://www.tc260.org.cn/ns/AIGC/1.0/'>"
                + mark.replace("&", "&amp;").replace("<", "&lt;") + "</t:AIGC>"
                + "</rdf:Description></rdf:RDF></x:xmpmeta>";
        var photo = Photographs.segment(
                Photographs.written(Photographs.photograph(800, 600, 3), "jpeg"),
                0xE1,
                xmp.getBytes(StandardCharsets.UTF_8));
        var id = attachments
                .takeCredited(new ByteArrayInputStream(photo), "图.jpg", new Actor.Visitor())
                .id();

        var all = new ArrayList<byte[]>();
        all.add(attachments.get(id).bytes());
        Size.all(true).forEach(size -> all.add(renditions.of(id, size).bytes()));

        var packet = cn.lianxin.platform.attachment.Credit.packetIn(attachments.get(id))
                .orElseThrow();
        for (var bytes : all) {
            var words = new String(bytes, StandardCharsets.ISO_8859_1);
            assertThat(new String(bytes, StandardCharsets.UTF_8))
                    .contains("青川矿工 摄")
                    .contains("© 2026 李春生")
                    .contains(mark.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
            assertThat(words)
                    .contains(new String(packet, StandardCharsets.ISO_8859_1))
                    .doesNotContain("GPS")
                    .doesNotContain("CreateDate")
                    .doesNotContain("2026-11-30");
        }
        assertThat(cn.lianxin.platform.attachment.Credit.packetIn(attachments.get(taken(photo))))
                .as("of what is sent with a concern nothing stays")
                .isEmpty();
    }

    /** {@code -Dlianxin.crowd=50} for the measurement of the performance page. */
    @Test
    void a_crowd_of_large_pictures_waits_and_does_not_fill_the_memory() throws Exception {
        var crowd = Integer.getInteger("lianxin.crowd", 4);
        var photo = Photographs.written(Photographs.photograph(6000, 4000, 9), "jpeg");
        var ids = new ArrayList<AttachmentId>();
        for (var one = 0; one < crowd; one++) {
            ids.add(taken(photo));
        }
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
        var begin = Instant.now();
        var sent = 0;

        try (var readers = Executors.newFixedThreadPool(crowd)) {
            var answers = ids.stream()
                    .map(id -> readers.submit(() -> renditions.of(id, LIST)))
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get().bytes()).isNotEmpty();
                sent++;
            }
        }

        var peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.err.printf(
                "%d pictures of 24 megapixels at once: %s, heap at most %d MB%n",
                sent, Duration.between(begin, Instant.now()), peak >> 20);
        assertThat(sent).isEqualTo(crowd);
    }

    @Test
    void who_asks_for_nothing_that_is_there_is_told_so() {
        assertThatThrownBy(() -> renditions.of(new AttachmentId(UUID.randomUUID()), LIST))
                .isInstanceOf(Refusal.NotFound.class);
    }

    private static byte[] webp() {
        try {
            return Webp.of(Photographs.corners(400, 300));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private AttachmentId taken(byte[] bytes) {
        return attachments
                .take(new ByteArrayInputStream(bytes), "图", new Actor.Visitor())
                .id();
    }
}
