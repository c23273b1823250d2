package cn.lianxin.correspondent;

import cn.lianxin.kernel.Refusal;
import java.math.BigDecimal;

/** Money is counted in whole fen; only people read and write yuan. */
final class Fen {

    private static final int DIGITS = 2;

    private Fen() {}

    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, DIGITS).toPlainString();
    }

    /** Refuses with this code what is no amount of yuan with at most two places. */
    static long read(String typed, String field, String code) {
        return read(typed, "[0-9]{1,5}([.][0-9]{1,2})?", field, code);
    }

    /** Also less than nothing, and never nothing. */
    static long readSigned(String typed, String field, String code) {
        var fen = read(typed, "[-+]?[0-9]{1,6}([.][0-9]{1,2})?", field, code);
        if (fen == 0) {
            throw new Refusal.Violation(field, code);
        }
        return fen;
    }

    private static long read(String typed, String shape, String field, String code) {
        var words = typed.strip();
        if (!words.matches(shape)) {
            throw new Refusal.Violation(field, code);
        }
        return new BigDecimal(words).movePointRight(DIGITS).longValueExact();
    }
}
