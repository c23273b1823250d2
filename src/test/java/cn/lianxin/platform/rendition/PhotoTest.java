package cn.lianxin.platform.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.platform.rendition.Size.Coding;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoTest {

    private static final int NEAR = 24;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void each_size_in_each_coding_stands_upright_however_the_camera_was_held(int orientation) throws IOException {
        var file = Photographs.stored(Photographs.lying(Photographs.corners(1200, 1800), orientation), "image/jpeg");

        var photo = Photo.of(file, 1600);
        for (var size : Size.all(true)) {
            photo = photo.atMost(size.width());
            var seen = Photographs.read(size.coding() == Coding.WEBP ? Webp.of(photo.image()) : Jpeg.of(photo.image()));

            assertThat(seen.getWidth()).as(size.name()).isEqualTo(Math.min(size.width(), 1200));
            assertThat(seen.getHeight()).as(size.name()).isEqualTo(seen.getWidth() * 3 / 2);
            int right = seen.getWidth() - 5;
            int bottom = seen.getHeight() - 5;
            near(seen, 5, 5, Color.RED);
            near(seen, right, 5, Color.GREEN);
            near(seen, 5, bottom, Color.BLUE);
            near(seen, right, bottom, Color.WHITE);
            near(seen, seen.getWidth() / 2, seen.getHeight() / 2, Color.GRAY);
        }
    }

    @Test
    void the_edge_of_a_halved_picture_is_no_white_line() throws IOException {
        var red = new BufferedImage(1999, 1333, BufferedImage.TYPE_INT_RGB);
        var canvas = red.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, 1999, 1333);
        canvas.dispose();

        var small = Photo.of(Photographs.stored(Photographs.written(red, "png"), "image/png"), 320)
                .image();

        near(small, 319, small.getHeight() - 1, Color.RED);
        near(small, 319, 0, Color.RED);
        near(small, 0, small.getHeight() - 1, Color.RED);
    }

    @Test
    void what_is_transparent_is_paper_and_grey_stays_grey() throws IOException {
        var glass = new BufferedImage(800, 600, BufferedImage.TYPE_INT_ARGB);
        var canvas = glass.createGraphics();
        canvas.setColor(new Color(0, 0, 255, 128));
        canvas.fillRect(400, 0, 400, 600);
        canvas.dispose();
        var grey = new BufferedImage(800, 600, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setSamples(0, 0, 800, 600, 0, filled(800 * 600, 100));

        var onPaper = Photo.of(Photographs.stored(Photographs.written(glass, "png"), "image/png"), 640);
        var asGrey = Photo.of(Photographs.stored(Photographs.written(grey, "jpeg"), "image/jpeg"), 640);

        near(onPaper.image(), 10, 10, Color.WHITE);
        near(onPaper.image(), 600, 10, new Color(127, 127, 255));
        near(Photographs.read(Webp.of(onPaper.image())), 10, 10, Color.WHITE);
        near(asGrey.image(), 300, 200, new Color(100, 100, 100));
        near(Photographs.read(Jpeg.of(asGrey.image())), 300, 200, new Color(100, 100, 100));
    }

    @ParameterizedTest
    @CsvSource({
        // as much ink as said: no cyan, all magenta, all yellow is red
        "0, 255, 255, 0, -1",
        // as much paper as said
        "255, 0, 0, 255, 0",
        // brightness 255*0.299 = 76 of the inks' complement, which Adobe's programs turn round once more
        "179, 171, 1, 255, 2"
    })
    void red_made_for_printing_is_red_on_a_screen(int first, int second, int third, int fourth, int transform)
            throws IOException {
        var file = Photographs.stored(
                Photographs.inks(400, 300, new int[] {first, second, third, fourth}, transform), "image/jpeg");

        near(Photo.of(file, 320).image(), 100, 100, Color.RED);
    }

    @Test
    void what_moves_and_what_only_browsers_read_is_not_decoded() {
        var png = Photographs.written(Photographs.corners(40, 30), "png");
        var moving = new String(png, StandardCharsets.ISO_8859_1)
                .replaceFirst("IDAT", "acTL")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Photo.mayBeDecoded(Photographs.stored(png, "image/png"))).isTrue();
        assertThat(Photo.mayBeDecoded(Photographs.stored(moving, "image/png"))).isFalse();
        assertThat(Photo.mayBeDecoded(Photographs.stored(png, "image/gif"))).isFalse();
        assertThat(Photo.mayBeDecoded(Photographs.stored(png, "image/webp"))).isFalse();
        assertThat(Photo.mayBeDecoded(Photographs.stored(png, "image/heic"))).isFalse();
    }

    @Test
    void broken_bytes_are_one_kind_of_error() {
        var broken = Photographs.written(Photographs.corners(400, 300), "png");
        broken[60] ^= 0x55;

        assertThatThrownBy(() -> Photo.of(Photographs.stored(broken, "image/png"), 320))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_strip_of_wall_paper_gets_no_higher_than_three_times_its_width() throws IOException {
        var strip = Photographs.written(new BufferedImage(700, 9_000, BufferedImage.TYPE_BYTE_GRAY), "png");

        var photo = Photo.of(Photographs.stored(strip, "image/png"), 640);

        assertThat(photo.image().getHeight()).isEqualTo(1_920);
    }

    @Test
    void the_packet_of_the_credit_goes_into_both_byte_for_byte_and_both_are_still_read() throws IOException {
        var image = Photographs.corners(321, 200);
        var packet = "<x>摄影：李春生 © 青川煤业</x>".getBytes(StandardCharsets.UTF_8);
        for (var coding : Coding.values()) {
            var written = coding == Coding.WEBP ? Webp.of(image) : Jpeg.of(image);

            var whole = Packets.into(written, coding, Optional.of(packet), image);

            assertThat(new String(whole, StandardCharsets.UTF_8)).contains("<x>摄影：李春生 © 青川煤业</x>");
            assertThat(Photographs.read(whole).getWidth()).isEqualTo(321);
            assertThat(Packets.into(written, coding, Optional.empty(), image)).isSameAs(written);
        }
    }

    @Test
    void there_are_no_other_sizes() {
        assertThat(Size.of("640.webp")).contains(new Size(640, Coding.WEBP));
        assertThat(Size.of("641.webp")).isEmpty();
        assertThat(Size.all(false)).hasSize(4).allMatch(size -> size.coding() == Coding.JPEG);
        assertThat(Size.of("640.png")).isEmpty();
        assertThat(new Rendered("/p", 700, 500, true).webps(1600))
                .isEqualTo("/p/320.webp 320w, /p/640.webp 640w, /p/960.webp 700w");
        assertThat(new Rendered("/p", 0, 0, true).jpegs(640)).isEqualTo("/p/320.jpg 320w, /p/640.jpg 640w");
        assertThat(new Rendered("/p", 100, 90, true).jpeg(960)).isEqualTo("/p/320.jpg");
    }

    private static void near(BufferedImage image, int x, int y, Color wanted) {
        var seen = new Color(image.getRGB(x, y));
        assertThat(Math.abs(seen.getRed() - wanted.getRed())
                        + Math.abs(seen.getGreen() - wanted.getGreen())
                        + Math.abs(seen.getBlue() - wanted.getBlue()))
                .as("at %s %s: %s and not %s", x, y, seen, wanted)
                .isLessThan(NEAR);
    }

    private static int[] filled(int length, int value) {
        var all = new int[length];
        java.util.Arrays.fill(all, value);
        return all;
    }
}
