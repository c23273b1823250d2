package cn.lianxin.platform.fairness;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** Where a stranger comes from, as far as it can be told: an address, or the half of an IPv6 one that is given out whole. */
final class Neighbourhood {

    private static final int BITS_PER_GROUP = 16;
    private static final int GROUPS = 4;

    private Neighbourhood() {}

    static String of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            // A literal is never looked up.
            var bytes = java.net.InetAddress.getByName(address).getAddress();
            if (bytes.length <= 4) {
                return java.net.InetAddress.getByAddress(bytes).getHostAddress();
            }
            var prefix = new StringBuilder();
            for (int group = 0; group < GROUPS; group++) {
                prefix.append(Integer.toHexString(
                                (bytes[2 * group] & 0xff) << (BITS_PER_GROUP / 2) | bytes[2 * group + 1] & 0xff))
                        .append(':');
            }
            return prefix.append(":/64").toString();
        } catch (java.net.UnknownHostException none) {
            return address.toLowerCase(Locale.ROOT);
        }
    }
}
