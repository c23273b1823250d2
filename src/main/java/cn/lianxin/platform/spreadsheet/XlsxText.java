package cn.lianxin.platform.spreadsheet;

import java.util.regex.Pattern;

/**
 * Characters that XML cannot carry, in the escape that Excel uses: {@code _x000D_} is a carriage return, and a text that
 * looks like such an escape has its first underscore escaped.
 */
final class XlsxText {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern TO_ESCAPE =
            Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)");

    private XlsxText() {}

    static String escaped(String text) {
        var matcher = TO_ESCAPE.matcher(text);
        return matcher.replaceAll(
                found -> "_x%04X_".formatted((int) found.group().charAt(0)));
    }

    static String unescaped(String text) {
        if (text.indexOf("_x") < 0) {
            return text;
        }
        return ESCAPE.matcher(text)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
}
