package cn.lianxin.companyaccount;

import java.net.URI;

/** Where a browser may be sent and a code be shown: over HTTPS, or within this very machine. */
final class Addresses {

    private Addresses() {}

    static boolean isSafe(String address) {
        try {
            var uri = URI.create(address);
            var host = uri.getHost();
            return host != null
                    && uri.getUserInfo() == null
                    && uri.getFragment() == null
                    && ("https".equals(uri.getScheme())
                            || "http".equals(uri.getScheme()) && host.matches("localhost|127\\.[0-9.]+|\\[::1]"));
        } catch (IllegalArgumentException unclear) {
            return false;
        }
    }
}
