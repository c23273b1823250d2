package cn.lianxin.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a changing request that another site's page sent. Browsers name the page's origin on every form they post, so
 * no token has to live in a page, and a form that was open over night still works.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class OriginFilter extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SAFE.contains(request.getMethod()) || comesFromUs(request) || carriesToken(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "cross-origin request");
        }
    }

    /** No browser sends a token by itself, and where it counts no cookie does. */
    private static boolean carriesToken(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null && MachinePath.matches(request);
    }

    private static boolean comesFromUs(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        var from = origin == null ? request.getHeader(HttpHeaders.REFERER) : origin;
        return from != null && request.getHeader(HttpHeaders.HOST) != null
                ? request.getHeader(HttpHeaders.HOST).equalsIgnoreCase(authorityOf(from))
                : request.getHeader(HttpHeaders.COOKIE) == null && origin == null;
    }

    private static @Nullable String authorityOf(String address) {
        try {
            return URI.create(address).getAuthority();
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
