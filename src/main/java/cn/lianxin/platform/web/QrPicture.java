package cn.lianxin.platform.web;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * A QR code as the path of an SVG, so that it prints sharply and needs no second request.
 *
 * @param size modules along one side, quiet zone included
 */
public record QrPicture(int size, String path) {

    private static final int QUIET_ZONE = 2;

    /** Readers take any of the eight; to judge all of them took a sixth of what filing a concern costs. */
    private static final int MASK = 4;

    private static final int DOTS = 8;
    private static final int WHITE = 0xFFFFFF;

    public static QrPicture of(String text) {
        var code = encoded(text);
        var path = new StringBuilder();
        for (var y = 0; y < code.size; y++) {
            for (var x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET_ZONE)
                            .append(' ')
                            .append(y + QUIET_ZONE)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrPicture(code.size + 2 * QUIET_ZONE, path.toString());
    }

    /** The same as the address of a picture in itself, for paper. */
    public static String inline(String text) {
        return inline(encoded(text));
    }

    /** A long text that ends in many digits, which take the least room; for clean paper that is read from near. */
    public static String inlineWithDigits(String text) {
        var end = text.length();
        while (end > 0 && Character.isDigit(text.charAt(end - 1))) {
            end--;
        }
        return inline(QrCode.encodeSegments(
                List.of(
                        QrSegment.makeBytes(text.substring(0, end).getBytes(StandardCharsets.UTF_8)),
                        QrSegment.makeNumeric(text.substring(end))),
                QrCode.Ecc.LOW,
                QrCode.MIN_VERSION,
                QrCode.MAX_VERSION,
                MASK,
                true));
    }

    private static String inline(QrCode code) {
        var side = (code.size + 2 * QUIET_ZONE) * DOTS;
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (var y = 0; y < side; y++) {
            for (var x = 0; x < side; x++) {
                var dark = code.getModule(x / DOTS - QUIET_ZONE, y / DOTS - QUIET_ZONE);
                picture.setRGB(x, y, dark ? 0 : WHITE);
            }
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static QrCode encoded(String text) {
        return QrCode.encodeSegments(
                QrSegment.makeSegments(text), QrCode.Ecc.MEDIUM, QrCode.MIN_VERSION, QrCode.MAX_VERSION, MASK, true);
    }

    public String viewBox() {
        return "0 0 " + size + " " + size;
    }
}
