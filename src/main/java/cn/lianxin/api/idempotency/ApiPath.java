package cn.lianxin.api.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.util.ServletRequestPathUtils;

/** The addresses of the programming interface, by the same decoded path by which handlers are found. */
final class ApiPath {

    private ApiPath() {}

    static boolean matches(HttpServletRequest request) {
        var parts =
                ServletRequestPathUtils.parse(request).pathWithinApplication().elements();
        return parts.size() > 4
                && parts.get(1) instanceof PathSegment first
                && first.valueToMatch().equals("api")
                && parts.get(3) instanceof PathSegment second
                && second.valueToMatch().equals("v1");
    }
}
