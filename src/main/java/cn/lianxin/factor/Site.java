package cn.lianxin.factor;

import cn.lianxin.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Objects;
import org.springframework.http.HttpHeaders;

/**
 * By which name and door somebody came: devices make a passkey for one name and use it nowhere else.
 *
 * @param origin scheme, name and port
 * @param name alone
 */
record Site(String origin, String name) {

    /** Devices make passkeys for names, not for numbers. */
    static boolean isPossible(HttpServletRequest request) {
        return request.getServerName().matches(".*[a-z].*")
                && !request.getServerName().contains(":");
    }

    /**
     * Of a form that was sent. That the page which sent it is ours was looked at before anybody asks here; what the device
     * has signed must name the same.
     *
     * @throws Refusal.Violation {@code passkey-wrong} where the browser does not say where its page comes from
     */
    static Site of(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || !isPossible(request)) {
            throw new Refusal.Violation("", "passkey-wrong");
        }
        return new Site(origin, Objects.requireNonNull(URI.create(origin).getHost()));
    }
}
