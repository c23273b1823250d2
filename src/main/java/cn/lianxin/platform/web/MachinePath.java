package cn.lianxin.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * The addresses below {@code /api}, {@code /scim} and {@code /open311}: there a token says who asks, never a cookie, and
 * a refusal is a problem for a machine. {@code /api} itself is a page.
 */
public final class MachinePath {

    private static final Set<String> FIRST = Set.of("api", "scim", "open311");

    private MachinePath() {}

    /** Decides by the same decoded path by which handlers are found, so that {@code /%61pi/} is no way around it. */
    public static boolean matches(HttpServletRequest request) {
        return first(request).filter(FIRST::contains).isPresent();
    }

    /** There the token may come among the fields too, since that interface has it so. */
    public static boolean isOpen311(HttpServletRequest request) {
        return first(request).filter("open311"::equals).isPresent();
    }

    private static Optional<String> first(HttpServletRequest request) {
        var path =
                ServletRequestPathUtils.parse(request).pathWithinApplication().elements();
        return path.size() > 2 && path.get(1) instanceof PathSegment first
                ? Optional.of(first.valueToMatch())
                : Optional.empty();
    }
}
