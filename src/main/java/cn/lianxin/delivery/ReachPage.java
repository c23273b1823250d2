package cn.lianxin.delivery;

import java.util.List;
import java.util.Optional;

/** How a person is reached today. */
record ReachPage(List<WayRow> ways) {

    /**
     * @param confirmed his address, shortened for who looks over his shoulder
     * @param asked an address that waits for its code, likewise
     */
    record WayRow(Way way, Optional<String> confirmed, Optional<String> asked) {}

    boolean reachesOutside() {
        return ways.stream().anyMatch(row -> row.confirmed().isPresent());
    }

    /** {@code 138****5678}, {@code w****@mine.cn}. */
    static String shortened(String address) {
        var at = address.indexOf('@');
        if (at > 0) {
            return address.charAt(0) + "****" + address.substring(at);
        }
        return address.length() < 8
                ? address.charAt(0) + "****"
                : address.substring(0, 3) + "****" + address.substring(address.length() - 4);
    }
}
