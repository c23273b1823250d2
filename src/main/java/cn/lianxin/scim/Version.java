package cn.lianxin.scim;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** The version of a resource, told from what it says; two that say the same are the same. */
record Version(String tag) {

    static Version of(Object content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return new Version("W/\"" + HexFormat.of().formatHex(digest, 0, 10) + "\"");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws ScimFault 412 where the caller has another version in mind than this */
    void require(Optional<String> expected) {
        if (expected.filter(header -> !lists(header)).isPresent()) {
            throw new ScimFault(Fault.VERSION_STALE);
        }
    }

    static Optional<String> expected(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.IF_MATCH));
    }

    boolean isKnownTo(HttpServletRequest request) {
        var known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        return "GET".equals(request.getMethod()) && known != null && lists(known);
    }

    private boolean lists(String header) {
        return Arrays.stream(header.split(","))
                .map(String::strip)
                .anyMatch(one -> one.equals("*") || opaque(one).equals(opaque(tag)));
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
