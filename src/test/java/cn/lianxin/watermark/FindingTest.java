package cn.lianxin.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingTest {

    private static final byte[] KEY = key(7);
    private static final long MARK = 4711;

    @ParameterizedTest(name = "{0} times, a quarter {1}, JPEG {2}")
    @CsvSource({"1, false, false", "0.5, true, true", "0.83, true, true", "2, true, true"})
    void a_mark_is_found_again_however_it_was_cut_scaled_and_compressed(double scale, boolean quarter, boolean jpeg)
            throws IOException {
        var picture = new Damage(scale, quarter, jpeg).done(page(true), new Random(3));

        var found = Finding.in(picture, KEY).among(WatermarkTrial.many(500, MARK));

        assertThat(found).hasValueSatisfying(one -> {
            assertThat(one.mark()).isEqualTo(MARK);
            assertThat(one.chance()).isLessThan(1e-6);
        });
    }

    @Test
    void nobody_is_named_by_a_page_without_a_mark() throws IOException {
        assertThat(Finding.in(page(false), KEY).among(WatermarkTrial.many(500, MARK)))
                .isEmpty();
    }

    @Test
    void nobody_is_named_in_the_place_of_somebody_else() throws IOException {
        assertThat(Finding.in(page(true), KEY).among(WatermarkTrial.others(500, 2)))
                .isEmpty();
    }

    @Test
    void without_the_key_nobody_reads_a_mark() throws IOException {
        assertThat(Finding.in(page(true), key(8)).among(WatermarkTrial.many(500, MARK)))
                .isEmpty();
    }

    @Test
    void a_plain_picture_and_a_striped_one_are_searched_without_end_nowhere() {
        var plain = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        var striped = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 300; x += 2) {
            for (int y = 0; y < 200; y++) {
                striped.setRGB(x, y, 0xFFFFFF);
            }
        }

        assertThat(Finding.in(plain, KEY).among(WatermarkTrial.many(500, MARK))).isEmpty();
        assertThat(Finding.in(striped, KEY).among(WatermarkTrial.many(500, MARK)))
                .isEmpty();
    }

    /** Paper with lines of letters, as a page has them. */
    private static BufferedImage page(boolean marked) throws IOException {
        var page = new BufferedImage(720, 900, BufferedImage.TYPE_INT_RGB);
        var canvas = page.createGraphics();
        canvas.setColor(new Color(0xFBFAF7));
        canvas.fillRect(0, 0, 720, 900);
        canvas.setColor(new Color(0x1C1F23));
        var chance = new Random(11);
        for (int line = 20; line < 880; line += 26) {
            for (int x = 20; x < 200 + chance.nextInt(480); x += 18) {
                canvas.fillRect(x + chance.nextInt(3), line, 2 + chance.nextInt(11), 2 + chance.nextInt(13));
            }
        }
        if (marked) {
            var grain =
                    ImageIO.read(new ByteArrayInputStream(Grain.png(Chips.shared(KEY), Chips.of(KEY, MARK), false)));
            for (int x = 0; x < 720; x += Grain.EDGE) {
                for (int y = 0; y < 900; y += Grain.EDGE) {
                    canvas.drawImage(grain, x, y, null);
                }
            }
        }
        canvas.dispose();
        return page;
    }

    private static byte[] key(int of) {
        var key = new byte[32];
        Arrays.fill(key, (byte) of);
        return key;
    }
}
