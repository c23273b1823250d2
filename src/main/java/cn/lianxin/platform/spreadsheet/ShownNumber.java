package cn.lianxin.platform.spreadsheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;

/** A number as its cell's format shows it, so that staff number 000123 keeps its zeros and 50% stays 50%. */
final class ShownNumber {

    private static final Pattern PLAIN_FORMAT = Pattern.compile("#?[#0,]*0(\\.0+)?%?");
    private static final MathContext AS_PRECISE_AS_EXCEL = new MathContext(15, RoundingMode.HALF_UP);

    private ShownNumber() {}

    static String of(BigDecimal value, String format) {
        var first = format.split(";", -1)[0].replaceAll("_.|\\*.|\"", "").strip();
        if (!PLAIN_FORMAT.matcher(first).matches()) {
            return general(value);
        }
        var decimals = new DecimalFormat(first, DecimalFormatSymbols.getInstance(Locale.ROOT));
        decimals.setRoundingMode(RoundingMode.HALF_UP);
        return decimals.format(value.round(AS_PRECISE_AS_EXCEL));
    }

    private static String general(BigDecimal value) {
        var rounded = value.round(AS_PRECISE_AS_EXCEL).stripTrailingZeros();
        return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
    }
}
