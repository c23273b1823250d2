package cn.lianxin.platform.certificate;

import cn.lianxin.platform.web.MachinePath;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What may be read without HTTPS where HTTPS is spoken: how to come to trust us, and nothing else. Everything else leads to
 * HTTPS; who does not trust us yet is spared the browser's warning and reads first.
 */
class PlainDoor extends OncePerRequestFilter implements Ordered {

    private static final String TRANSPORT_SECURITY = "max-age=31536000";
    private static final String OPEN = "/trust(/[a-z.]+)?|/display|/[a-z]+\\.(css|js|svg)";

    private final CertificateInForce inForce;
    private final Addresses addresses;

    PlainDoor(CertificateInForce inForce, Addresses addresses) {
        this.inForce = inForce;
        this.addresses = addresses;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var ours = inForce.own().isPresent();
        if (request.isSecure()) {
            // Not with an authority of our own: who lost its root would be locked out for a year, without a way round.
            if (!ours) {
                response.setHeader("Strict-Transport-Security", TRANSPORT_SECURITY);
            }
            chain.doFilter(request, response);
        } else if (MachinePath.matches(request)
                || !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            // What was sent, a token too, has been read by whoever listens: it must not seem to have worked.
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType("text/plain;charset=utf-8");
            response.getWriter().println("请用 https 打开再提交。 · Open it with https and send it again.");
        } else if (ours && request.getServletPath().matches(OPEN)) {
            chain.doFilter(request, response);
        } else {
            var query = request.getQueryString();
            var path = request.getRequestURI() + (query == null ? "" : "?" + query);
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader(
                    HttpHeaders.LOCATION,
                    ours
                            ? "/trust?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8)
                            : addresses.secure(addresses.asked(request.getServerName(), inForce.current())) + path);
        }
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
