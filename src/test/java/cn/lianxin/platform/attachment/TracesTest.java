package cn.lianxin.platform.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.commons.imaging.Imaging;
import org.apache.commons.imaging.formats.jpeg.JpegImageMetadata;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {

    static Stream<byte[]> telling() {
        return Stream.of(
                Samples.phonePhoto(40, 30, 6),
                Samples.pngWithWords(),
                Samples.webp(),
                Samples.heic(),
                Samples.film("mp42", "vide"),
                Recordings.iso("M4A ", 2),
                Samples.film("3gp5", "vide"),
                Samples.film("qt  ", "vide"));
    }

    @ParameterizedTest
    @MethodSource("telling")
    void neither_place_nor_owner_survives(byte[] bytes) {
        assertThat(text(bytes)).contains(Samples.OWNER);

        var stored = Intakes.of(new ByteArrayInputStream(bytes), "证据").bytes();

        assertThat(text(stored))
                .doesNotContain(Samples.OWNER)
                .doesNotContain("GPS")
                .doesNotContain("+40.1000");
    }

    @Test
    void a_phone_photo_keeps_its_orientation_and_every_pixel_but_not_its_place() throws IOException {
        var photo = Samples.phonePhoto(640, 480, 6);
        var before = (JpegImageMetadata) Imaging.getMetadata(photo);
        assertThat(before.getExif().getGpsInfo()).isNotNull();

        var stored = Intakes.of(new ByteArrayInputStream(photo), "IMG.jpg").bytes();

        var after = (JpegImageMetadata) Imaging.getMetadata(stored);
        assertThat(after.getExif().getGpsInfo()).isNull();
        assertThat(after.getExif().getAllFields()).hasSize(1);
        assertThat(after.findExifValue(TiffTagConstants.TIFF_TAG_ORIENTATION).getIntValue())
                .isEqualTo(6);
        assertThat(pixels(stored)).isEqualTo(pixels(photo));
    }

    @Test
    void an_upright_photo_needs_no_exif_at_all() throws IOException {
        var stored = Intakes.of(new ByteArrayInputStream(Samples.phonePhoto(64, 48, 1)), "IMG.jpg")
                .bytes();

        assertThat(text(stored)).doesNotContain("Exif");
        assertThat(pixels(stored)).hasSize(64 * 48);
    }

    @Test
    void pictures_sound_and_structure_stay() throws IOException {
        assertThat(pixels(Intakes.of(new ByteArrayInputStream(Samples.pngWithWords()), "a.png")
                        .bytes()))
                .isEqualTo(pixels(Samples.image("png", 40, 30)));
        assertThat(text(Intakes.of(new ByteArrayInputStream(Samples.heic()), "a.heic")
                        .bytes()))
                .hasSize(Samples.heic().length)
                .contains("the picture");
        assertThat(text(Intakes.of(new ByteArrayInputStream(Samples.film("mp42", "vide")), "a.mp4")
                        .bytes()))
                .hasSize(Samples.film("mp42", "vide").length)
                .contains("sound and pictures");
        assertThat(text(Intakes.of(new ByteArrayInputStream(Samples.webp()), "a.webp")
                        .bytes()))
                .contains("VP8 ")
                .doesNotContain("EXIF");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_preview_is_small_and_stands_upright(int orientation) throws IOException {
        var intake = Intakes.of(new ByteArrayInputStream(Samples.phonePhoto(4000, 3000, orientation)), "IMG.jpg");

        var preview = ImageIO.read(new ByteArrayInputStream(intake.preview().orElseThrow()));
        boolean lying = orientation >= 5;
        assertThat(preview.getWidth()).isEqualTo(lying ? 360 : 480);
        assertThat(preview.getHeight()).isEqualTo(lying ? 480 : 360);
        assertThat(sideOfRed(preview))
                .isEqualTo(
                        switch (orientation) {
                            case 1, 4 -> "left";
                            case 2, 3 -> "right";
                            case 5, 6 -> "top";
                            default -> "bottom";
                        });
        assertThat(intake.preview().orElseThrow().length).isLessThan(40_000);
    }

    @Test
    void a_photo_smaller_than_its_preview_needs_none() {
        assertThat(Intakes.of(new ByteArrayInputStream(Samples.image("png", 4, 4)), "a.png")
                        .preview())
                .isEmpty();
    }

    private static String sideOfRed(BufferedImage preview) {
        int right = preview.getWidth() - 20;
        int bottom = preview.getHeight() - 20;
        boolean topLeft = isRed(preview, 20, 20);
        if (topLeft && isRed(preview, 20, bottom)) {
            return "left";
        }
        if (topLeft && isRed(preview, right, 20)) {
            return "top";
        }
        return isRed(preview, right, 20) && isRed(preview, right, bottom) ? "right" : "bottom";
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        var colour = new Color(image.getRGB(x, y));
        return colour.getRed() > 200 && colour.getBlue() < 60;
    }

    private static int[] pixels(byte[] bytes) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(bytes));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
