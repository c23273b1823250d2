package cn.lianxin.platform.manifest;

import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.merkle.Unproven.Reason;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON of which there is one way to write the same thing: RFC 8785. */
public final class CanonicalJson {

    private static final int DIGITS_BEFORE_EXPONENT = 21;
    private static final int ZEROS_BEFORE_EXPONENT = -7;

    private CanonicalJson() {}

    /** Maps, collections, texts, numbers, truths and nulls; anything else is a mistake of the caller. */
    public static String write(@Nullable Object value) {
        var out = new StringBuilder();
        write(out, value);
        return out.toString();
    }

    private static void write(StringBuilder out, @Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case Boolean truth -> out.append(truth);
            case String text -> text(out, text);
            case Number number -> out.append(number(number.doubleValue()));
            case Map<?, ?> map -> {
                // By their UTF-16 units, as texts compare here anyway.
                var sorted = new TreeMap<String, @Nullable Object>();
                map.forEach((key, one) -> sorted.put((String) key, one));
                var separator = "{";
                for (var one : sorted.entrySet()) {
                    out.append(separator);
                    text(out, one.getKey());
                    out.append(':');
                    write(out, one.getValue());
                    separator = ",";
                }
                out.append(sorted.isEmpty() ? "{}" : "}");
            }
            case Collection<?> list -> {
                var separator = "[";
                for (var one : list) {
                    out.append(separator);
                    write(out, one);
                    separator = ",";
                }
                out.append(list.isEmpty() ? "[]" : "]");
            }
            default -> throw new IllegalArgumentException("not of JSON: " + value.getClass());
        }
    }

    private static void text(StringBuilder out, String text) {
        out.append('"');
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append("\\u").append(HexFormat.of().toHexDigits(c));
                    } else if (Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1))) {
                        out.append(c).append(text.charAt(++i));
                    } else if (Character.isSurrogate(c)) {
                        throw new Unproven(Reason.MANIFEST_MALFORMED, "half a character");
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** Java prefers two digits that are nearer to one that would do. */
    private static BigDecimal shortest(double number) {
        var known = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        var one = known.round(new MathContext(1, RoundingMode.HALF_EVEN)).stripTrailingZeros();
        return one.doubleValue() == number ? one : known;
    }

    /** The shortest that means the same number, written as ECMAScript does. */
    static String number(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new Unproven(Reason.MANIFEST_MALFORMED, "no number: " + number);
        }
        if (number == 0) {
            return "0";
        }
        var shortest = shortest(Math.abs(number));
        var digits = shortest.unscaledValue().toString();
        // Where the point stands, counted from the first digit.
        var point = digits.length() - shortest.scale();
        var sign = number < 0 ? "-" : "";
        if (point > DIGITS_BEFORE_EXPONENT || point <= ZEROS_BEFORE_EXPONENT + 1) {
            var exponent = point - 1;
            return sign + digits.charAt(0) + (digits.length() > 1 ? "." + digits.substring(1) : "") + "e"
                    + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
        }
        if (point <= 0) {
            return sign + "0." + "0".repeat(-point) + digits;
        }
        return sign
                + (point >= digits.length()
                        ? digits + "0".repeat(point - digits.length())
                        : digits.substring(0, point) + "." + digits.substring(point));
    }
}
