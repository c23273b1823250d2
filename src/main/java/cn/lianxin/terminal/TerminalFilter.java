package cn.lianxin.terminal;

import cn.lianxin.platform.web.SharedDevice;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Recognises a terminal by the key that its browser keeps, before sessions are opened. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class TerminalFilter extends OncePerRequestFilter {

    private final KnownTerminals known;

    TerminalFilter(KnownTerminals known) {
        this.known = known;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        TerminalKey.of(request).filter(known::stands).ifPresent(key -> SharedDevice.mark(request, key.digest()));
        chain.doFilter(request, response);
    }
}
