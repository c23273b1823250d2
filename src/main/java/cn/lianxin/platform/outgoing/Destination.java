package cn.lianxin.platform.outgoing;

import cn.lianxin.kernel.Refusal;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a call goes, taken apart strictly: what other programs might read otherwise is no address at all.
 *
 * @param host in ASCII, lower case, an IPv6 address without its brackets
 * @param rest path and query
 */
public record Destination(String scheme, String host, int port, String rest) {

    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(https?)://(\\[[0-9a-f:.]+]|[^\\s/?#@:\\[\\]\\\\%]+)(?::([0-9]{1,5}))?((?:[/?].*)?)");
    private static final Pattern REST = Pattern.compile("[!$-;=?-Z_a-z~]*");
    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern NUMERIC_END = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)");
    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])(?:\\.(?!$)|$)){4}");

    /**
     * Refuses {@code address-wrong} at the field: another scheme, a user before the host, a host that is a number in
     * disguise (octal, hexadecimal, without dots), a fragment, anything that is not plain.
     */
    public static Destination of(String text, String field) {
        var parts = ADDRESS.matcher(text.strip());
        if (!parts.matches()) {
            throw new Refusal.Violation(field, "address-wrong");
        }
        var scheme = parts.group(1).toLowerCase(Locale.ROOT);
        var port = parts.group(3) == null ? scheme.equals("https") ? 443 : 80 : Integer.parseInt(parts.group(3));
        var rest = parts.group(4).startsWith("/") ? parts.group(4) : "/" + parts.group(4);
        if (port < 1 || port > 65_535 || !REST.matcher(rest).matches()) {
            throw new Refusal.Violation(field, "address-wrong");
        }
        return new Destination(scheme, host(parts.group(2), field), port, rest);
    }

    private static String host(String written, String field) {
        if (written.startsWith("[")) {
            return written.substring(1, written.length() - 1).toLowerCase(Locale.ROOT);
        }
        try {
            var ascii = IDN.toASCII(written, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            var plain = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
            var number = NUMERIC_END.matcher(plain).matches();
            if (plain.length() <= 253 && (number ? IPV4 : NAME).matcher(plain).matches()) {
                return plain;
            }
        } catch (IllegalArgumentException strange) {
            // No name that anybody could register.
        }
        throw new Refusal.Violation(field, "address-wrong");
    }

    boolean encrypted() {
        return scheme.equals("https");
    }
}
