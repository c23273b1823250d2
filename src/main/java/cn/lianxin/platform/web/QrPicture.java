package cn.lianxin.platform.web;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;

/**
 * A QR code as the path of an SVG, so that it prints sharply and needs no second request.
 *
 * @param size modules along one side, quiet zone included
 */
public record QrPicture(int size, String path) {

    private static final int QUIET_ZONE = 2;

    /** Readers take any of the eight; to judge all of them took a sixth of what filing a concern costs. */
    private static final int MASK = 4;

    public static QrPicture of(String text) {
        var code = QrCode.encodeSegments(
                QrSegment.makeSegments(text), QrCode.Ecc.MEDIUM, QrCode.MIN_VERSION, QrCode.MAX_VERSION, MASK, true);
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

    public String viewBox() {
        return "0 0 " + size + " " + size;
    }
}
