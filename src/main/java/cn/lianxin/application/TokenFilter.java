package cn.lianxin.application;

import cn.lianxin.platform.web.CurrentActor;
import cn.lianxin.platform.web.MachinePath;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns the token into the {@link cn.lianxin.kernel.Actor} of a machine's request. It refuses nothing
 * itself: {@link TokenGate} does, where the room that was asked can word the answer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class TokenFilter extends OncePerRequestFilter {

    private static final String FAULT = TokenRefused.class.getName();

    private final Applications applications;
    private final RequestLimits limits;

    TokenFilter(Applications applications, RequestLimits limits) {
        this.applications = applications;
        this.limits = limits;
    }

    /** What is wrong with the token that came along, if one came. */
    static Optional<TokenRefused> fault(HttpServletRequest request) {
        return request.getAttribute(FAULT) instanceof TokenRefused refused ? Optional.of(refused) : Optional.empty();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !MachinePath.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var presented = PresentedToken.of(request);
        var known = presented.flatMap(applications::of);
        known.ifPresent(application -> {
            application.remember(request);
            CurrentActor.set(request, application.actor());
        });
        var spent = presented.isPresent() && known.isEmpty()
                ? limits.wrongToken(request, response)
                : known.map(application -> limits.request(application, response))
                        .orElseGet(() -> limits.request(request, response));
        if (spent.isPresent()) {
            request.setAttribute(FAULT, TokenRefused.tooMany(spent.getAsLong()));
        } else if (presented.isPresent() && known.isEmpty()) {
            request.setAttribute(FAULT, TokenRefused.wrong());
        }
        chain.doFilter(request, response);
    }
}
