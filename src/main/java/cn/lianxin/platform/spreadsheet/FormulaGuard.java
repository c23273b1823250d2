package cn.lianxin.platform.spreadsheet;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet program from running what a cell of a CSV says: a text that would be taken for a formula gets an
 * apostrophe in front, which those programs understand as "text", and loses it again when it is read here.
 */
final class FormulaGuard {

    private static final Pattern MERELY_NUMBER = Pattern.compile("[+-]*|[+-][0-9]+([.,][0-9]+)*%?");
    private static final String STARTERS = "=+-@\t\r\n＝＋－＠";

    private FormulaGuard() {}

    static String hide(String text) {
        return isDangerous(afterApostrophes(text)) ? "'" + text : text;
    }

    static String reveal(String text) {
        return text.startsWith("'") && isDangerous(afterApostrophes(text)) ? text.substring(1) : text;
    }

    private static String afterApostrophes(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == '\'') {
            start++;
        }
        return text.substring(start);
    }

    private static boolean isDangerous(String text) {
        return !text.isEmpty()
                && STARTERS.indexOf(text.charAt(0)) >= 0
                && !MERELY_NUMBER.matcher(text).matches();
    }
}
