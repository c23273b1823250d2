package cn.lianxin.application;

import cn.lianxin.platform.web.MachinePath;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpHeaders;

/** The token as it came along: in the header, or as the {@code api_key} among the fields of an Open311 request. */
public final class PresentedToken {

    private static final String SCHEME = "bearer ";

    private PresentedToken() {}

    /** Another scheme's credentials are given back as they are: they are no token of ours. */
    public static Optional<String> of(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            var bearer = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
            return Optional.of(bearer ? header.substring(SCHEME.length()).strip() : header);
        }
        return MachinePath.isOpen311(request) ? amongTheFields(request) : Optional.empty();
    }

    /** A form that cannot be read carries no token; the room that was asked refuses it. */
    private static Optional<String> amongTheFields(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getParameter("api_key"))
                    .map(String::strip)
                    .filter(key -> !key.isEmpty());
        } catch (InvalidParameterException broken) {
            return Optional.empty();
        }
    }
}
