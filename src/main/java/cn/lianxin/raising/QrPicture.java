package cn.lianxin.raising;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as the path of an SVG, so that it prints sharply and needs no second request.
 *
 * @param size modules along one side, quiet zone included
 */
record QrPicture(int size, String path) {

    private static final int QUIET_ZONE = 2;

    static QrPicture of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
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

    String viewBox() {
        return "0 0 " + size + " " + size;
    }
}
