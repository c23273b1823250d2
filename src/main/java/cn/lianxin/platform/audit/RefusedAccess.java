package cn.lianxin.platform.audit;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.audit.SecurityEvent.Kind;
import cn.lianxin.platform.web.CurrentActor;
import cn.lianxin.platform.web.MachinePath;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Writes down whoever was refused, by what was answered. The same refusal is written once a minute: a robot fills no log. Of a
 * stranger it is only told that he sent too much or came from another site, and of the holder of a receipt nothing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class RefusedAccess extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedAccess.class);

    private record Key(Kind kind, String who, String place) {}

    private final SecurityLog log;
    private final Cache<Key, Boolean> lately = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    RefusedAccess(SecurityLog log) {
        this.log = log;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        var status = response.getStatus();
        if (status >= 400 && status < 500) {
            kind(status, request).ifPresent(kind -> write(kind, request));
        }
    }

    private static Optional<Kind> kind(int status, HttpServletRequest request) {
        return switch (CurrentActor.of(request)) {
            case Actor.Member _ -> ofMember(status);
            case Actor.ReceiptHolder _ -> Optional.empty();
            case Actor.Application _, Actor.Clockwork _ ->
                status == 403 ? Optional.of(Kind.ACCESS_REFUSED) : Optional.empty();
            case Actor.Visitor _ -> ofVisitor(status, request);
        };
    }

    private static Optional<Kind> ofMember(int status) {
        return switch (status) {
            case 403, 404 -> Optional.of(Kind.ACCESS_REFUSED);
            case 429 -> Optional.of(Kind.SHARE_SPENT);
            default -> Optional.empty();
        };
    }

    private static Optional<Kind> ofVisitor(int status, HttpServletRequest request) {
        if (MachinePath.matches(request)) {
            return status == 401 || status == 403 ? Optional.of(Kind.TOKEN_REFUSED) : Optional.empty();
        }
        return switch (status) {
            case 403 -> Optional.of(Kind.OTHER_SITE);
            case 429 -> Optional.of(Kind.SHARE_SPENT);
            default -> Optional.empty();
        };
    }

    private void write(Kind kind, HttpServletRequest request) {
        var person = CurrentActor.of(request) instanceof Actor.Member member
                ? Optional.of(member.person())
                : Optional.<PersonId>empty();
        var who = person.map(PersonId::toString).orElseGet(request::getRemoteAddr);
        // A stranger who may be filing: that his address sent too much, but not from which page.
        var place = person.isEmpty() && kind == Kind.SHARE_SPENT ? "" : SecurityLog.placeOf(request);
        if (lately.asMap().putIfAbsent(new Key(kind, who, place), Boolean.TRUE) == null) {
            try {
                log.record(kind, person, place, request.getRemoteAddr());
            } catch (DataAccessException | TransactionException e) {
                LOG.error("a refusal could not be written down", e);
            }
        }
    }
}
