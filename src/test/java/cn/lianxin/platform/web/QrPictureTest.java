package cn.lianxin.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrPictureTest {

    private static final int PIXELS = 4;
    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

    @Test
    void aReaderNotWrittenHereReadsEveryReceipt() throws Exception {
        var random = new Random(7);
        for (var turn = 0; turn < 300; turn++) {
            var text = "http://10.%d.%d.8:8420/receipt#%05d-%05d-%05d"
                    .formatted(
                            random.nextInt(256),
                            random.nextInt(256),
                            random.nextInt(100_000),
                            random.nextInt(100_000),
                            random.nextInt(100_000));

            var read = read(QrPicture.of(text));

            assertThat(read).isEqualTo(text);
        }
    }

    private static String read(QrPicture picture) throws Exception {
        var side = (picture.size() + 8) * PIXELS;
        var pixels = new int[side * side];
        Arrays.fill(pixels, 0xFFFFFF);
        var modules = MODULE.matcher(picture.path());
        while (modules.find()) {
            var left = (Integer.parseInt(modules.group(1)) + 4) * PIXELS;
            var top = (Integer.parseInt(modules.group(2)) + 4) * PIXELS;
            for (var y = top; y < top + PIXELS; y++) {
                Arrays.fill(pixels, y * side + left, y * side + left + PIXELS, 0);
            }
        }
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
        return new QRCodeReader()
                .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}
