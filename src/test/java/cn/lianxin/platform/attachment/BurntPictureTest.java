package cn.lianxin.platform.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.attachment.BurntPicture.Box;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BurntPictureTest {

    private static final int ROUNDS = 12;
    private static final int BLACK = 3;
    private static final int WINDOW = 24;
    private static final List<Box> NONE = List.of();

    private final Random random = new Random(20_261_201);

    /** Whatever the picture, however it was held, wherever the boxes are. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void below_a_box_all_is_black_and_beside_it_the_picture_is_as_it_was_and_nothing_of_the_file_is_left(
            int orientation) throws IOException {
        for (var round = 0; round < ROUNDS; round++) {
            var stored = colours(100 + random.nextInt(200), 100 + random.nextInt(200));
            var thumbnail = jpeg(colours(64, 48));
            var photo = phonePhoto(stored, thumbnail, orientation);
            var boxes = boxes(1 + random.nextInt(BurntPicture.MOST_BOXES));

            var burnt = BurntPicture.of(photo, boxes);

            var expected = upright(decoded(photo), orientation);
            var seen = decoded(burnt.bytes());
            assertThat(List.of(seen.getWidth(), seen.getHeight()))
                    .isEqualTo(List.of(expected.getWidth(), expected.getHeight()))
                    .isEqualTo(List.of(burnt.width(), burnt.height()));
            mustBeBlackBelow(boxes, seen);
            mustBeAlikeBeside(boxes, seen, expected, 70, 6);
            mustHaveNothingOf(photo, burnt.bytes());
            mustHaveNothingOf(thumbnail, burnt.bytes());
        }
    }

    @Test
    void a_large_photo_is_made_smaller_and_its_boxes_with_it() throws IOException {
        var photo = phonePhoto(colours(2_600, 1_200), jpeg(colours(64, 48)), 6);
        var boxes = List.of(new Box(100, 200, 300, 150), new Box(0, 0, 50, 50), new Box(700, 900, 300, 100));

        var burnt = BurntPicture.of(photo, boxes);

        assertThat(burnt.height()).isEqualTo(BurntPicture.LONGEST_EDGE);
        assertThat(burnt.width()).isEqualTo(738);
        var seen = decoded(burnt.bytes());
        mustBeBlackBelow(boxes, seen);
        mustBeAlikeBeside(boxes, seen, scaled(upright(decoded(photo), 6), 738, 1_600), 90, 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif"})
    void other_kinds_of_pictures_are_painted_as_well(String format) throws IOException {
        var photo = Samples.image(format, 120, 90);
        var boxes = List.of(new Box(300, 300, 200, 400));

        var seen = decoded(BurntPicture.of(photo, boxes).bytes());

        mustBeBlackBelow(boxes, seen);
        assertThat(new Color(seen.getRGB(5, 45)).getRed()).isGreaterThan(200);
        assertThat(new Color(seen.getRGB(115, 45)).getBlue()).isGreaterThan(200);
    }

    @Test
    void it_holds_no_segment_but_what_makes_a_picture() {
        var photo = phonePhoto(colours(200, 100), jpeg(colours(64, 48)), 6);

        var burnt = BurntPicture.of(photo, NONE).bytes();

        assertThat(markers(photo)).contains(0xE1);
        assertThat(markers(burnt)).isSubsetOf(0xE0, 0xDB, 0xC0, 0xC4, 0xDA).doesNotContain(0xE1, 0xFE);
        assertThat(new String(burnt, StandardCharsets.ISO_8859_1)).doesNotContain(Samples.OWNER, "Exif");
    }

    static Stream<List<Box>> outside() {
        return Stream.of(
                List.of(new Box(0, 0, 1_001, 10)),
                List.of(new Box(-1, 0, 100, 100)),
                List.of(new Box(0, -1, 100, 100)),
                List.of(new Box(901, 0, 100, 100)),
                List.of(new Box(0, 901, 100, 100)),
                List.of(new Box(Integer.MAX_VALUE, 0, 100, 100)),
                List.of(new Box(0, 0, 100, 100), new Box(1_000, 0, 100, 100)));
    }

    @ParameterizedTest
    @MethodSource("outside")
    void a_box_beyond_the_picture_is_refused(List<Box> boxes) {
        assertThatThrownBy(() -> BurntPicture.of(Samples.image("jpeg", 40, 30), boxes))
                .isInstanceOf(Refusal.Violation.class)
                .hasMessage("box-outside [" + boxes.size() + "]");
    }

    @Test
    void a_box_without_an_area_is_refused_and_so_are_too_many() {
        for (var empty : List.of(new Box(10, 10, 0, 10), new Box(10, 10, 10, 0), new Box(10, 10, -5, 10))) {
            assertThatThrownBy(() -> BurntPicture.of(Samples.image("jpeg", 40, 30), List.of(empty)))
                    .hasMessage("box-empty [1]");
        }
        var thirteen = new ArrayList<Box>();
        for (var place = 0; place <= BurntPicture.MOST_BOXES; place++) {
            thirteen.add(new Box(place, place, 10, 10));
        }
        assertThatThrownBy(() -> BurntPicture.of(Samples.image("jpeg", 40, 30), thirteen))
                .hasMessage("boxes-too-many [12, 13]");
    }

    @Test
    void what_has_too_many_pixels_or_claims_so_or_breaks_off_is_refused() throws IOException {
        var whole = Samples.image("jpeg", 300, 200);
        var broken = Arrays.copyOf(whole, 40);
        var huge = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(10_000, 6_001, BufferedImage.TYPE_BYTE_BINARY), "png", huge);

        for (var photo :
                List.of(huge.toByteArray(), Samples.pngThatClaims(30_000, 30_000), broken, new byte[] {1, 2, 3})) {
            assertThatThrownBy(() -> BurntPicture.of(photo, NONE)).hasMessage("picture-unreadable []");
        }
    }

    private static void mustBeBlackBelow(List<Box> boxes, BufferedImage seen) {
        for (var box : boxes) {
            for (var y = box.top() * seen.getHeight() / Box.WHOLE;
                    y < Math.ceilDiv((box.top() + box.height()) * seen.getHeight(), Box.WHOLE);
                    y++) {
                for (var x = box.left() * seen.getWidth() / Box.WHOLE;
                        x < Math.ceilDiv((box.left() + box.width()) * seen.getWidth(), Box.WHOLE);
                        x++) {
                    var colour = new Color(seen.getRGB(x, y));
                    assertThat(Math.max(colour.getRed(), Math.max(colour.getGreen(), colour.getBlue())))
                            .as("%d,%d below %s", x, y, box)
                            .isLessThanOrEqualTo(BLACK);
                }
            }
        }
    }

    /** But for what a JPEG blurs, and two pixels around a box. */
    private static void mustBeAlikeBeside(
            List<Box> boxes, BufferedImage seen, BufferedImage expected, int most, int onAverage) {
        var black = boxes.stream()
                .map(box -> {
                    var painted = box.on(seen.getWidth(), seen.getHeight());
                    return new Rectangle(painted.x - 2, painted.y - 2, painted.width + 4, painted.height + 4);
                })
                .toList();
        long all = 0;
        long pixels = 0;
        for (var y = 0; y < seen.getHeight(); y++) {
            for (var x = 0; x < seen.getWidth(); x++) {
                var across = x;
                var down = y;
                if (black.stream().noneMatch(box -> box.contains(across, down))) {
                    var off = difference(new Color(seen.getRGB(x, y)), new Color(expected.getRGB(x, y)));
                    assertThat(off).as("%d,%d", x, y).isLessThanOrEqualTo(most);
                    all += off;
                    pixels++;
                }
            }
        }
        assertThat(all / (double) Math.max(1, pixels)).isLessThan(onAverage);
    }

    private static int difference(Color one, Color other) {
        return Math.max(
                Math.abs(one.getRed() - other.getRed()),
                Math.max(Math.abs(one.getGreen() - other.getGreen()), Math.abs(one.getBlue() - other.getBlue())));
    }

    /** No run of bytes of what was coded there; tables are the same in all files. */
    private static void mustHaveNothingOf(byte[] file, byte[] burnt) {
        var hay = new String(burnt, StandardCharsets.ISO_8859_1);
        for (var at = scan(file) + 32; at + WINDOW < file.length - 2; at += WINDOW) {
            assertThat(hay).doesNotContain(new String(file, at, WINDOW, StandardCharsets.ISO_8859_1));
        }
    }

    /** Where the last scan of the file begins: a thumbnail before it has one of its own. */
    private static int scan(byte[] file) {
        for (var at = file.length - 2; at > 0; at--) {
            if (file[at] == (byte) 0xFF && file[at + 1] == (byte) 0xDA) {
                return at;
            }
        }
        throw new AssertionError("no scan");
    }

    private static List<Integer> markers(byte[] file) {
        var markers = new ArrayList<Integer>();
        for (var at = 2; at + 4 < file.length; at += 2 + ((file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF)) {
            var marker = file[at + 1] & 0xFF;
            markers.add(marker);
            if (marker == 0xDA) {
                break;
            }
        }
        return markers;
    }

    private List<Box> boxes(int number) {
        var boxes = new ArrayList<Box>();
        for (var place = 0; place < number; place++) {
            var left = random.nextInt(Box.WHOLE);
            var top = random.nextInt(Box.WHOLE);
            boxes.add(new Box(
                    left,
                    top,
                    1 + random.nextInt(Math.min(250, Box.WHOLE - left)),
                    1 + random.nextInt(Math.min(250, Box.WHOLE - top))));
        }
        return boxes;
    }

    /** Colours that run into each other, so that a JPEG keeps them. */
    private BufferedImage colours(int width, int height) {
        var few = new BufferedImage(7, 5, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < 5; y++) {
            for (var x = 0; x < 7; x++) {
                few.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        return scaled(few, width, height);
    }

    private static BufferedImage scaled(BufferedImage picture, int width, int height) {
        var result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = result.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.drawImage(picture, 0, 0, width, height, null);
        canvas.dispose();
        return result;
    }

    /** By the words of the Exif standard, pixel by pixel. */
    private static BufferedImage upright(BufferedImage stored, int orientation) {
        int w = stored.getWidth();
        int h = stored.getHeight();
        var result = orientation < 5
                ? new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB)
                : new BufferedImage(h, w, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < result.getHeight(); y++) {
            for (var x = 0; x < result.getWidth(); x++) {
                result.setRGB(
                        x,
                        y,
                        switch (orientation) {
                            case 2 -> stored.getRGB(w - 1 - x, y);
                            case 3 -> stored.getRGB(w - 1 - x, h - 1 - y);
                            case 4 -> stored.getRGB(x, h - 1 - y);
                            case 5 -> stored.getRGB(y, x);
                            case 6 -> stored.getRGB(y, h - 1 - x);
                            case 7 -> stored.getRGB(w - 1 - y, h - 1 - x);
                            case 8 -> stored.getRGB(w - 1 - y, x);
                            default -> stored.getRGB(x, y);
                        });
            }
        }
        return result;
    }

    /** With its orientation, its owner and a small picture of what it showed once. */
    private static byte[] phonePhoto(BufferedImage picture, byte[] thumbnail, int orientation) {
        var jpeg = jpeg(picture);
        var exif = new ByteArrayOutputStream();
        exif.writeBytes("Exif\0\0MM\0*\0\0\0\10\0\1".getBytes(StandardCharsets.ISO_8859_1));
        exif.writeBytes(new byte[] {1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0});
        exif.writeBytes(Samples.OWNER.getBytes(StandardCharsets.US_ASCII));
        exif.writeBytes(thumbnail);
        var all = new ByteArrayOutputStream();
        all.write(jpeg, 0, 2);
        all.write(0xFF);
        all.write(0xE1);
        all.write((exif.size() + 2) >> 8);
        all.write((exif.size() + 2) & 0xFF);
        all.writeBytes(exif.toByteArray());
        all.write(jpeg, 2, jpeg.length - 2);
        return all.toByteArray();
    }

    private static byte[] jpeg(BufferedImage picture) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, "jpeg", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static BufferedImage decoded(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }
}
