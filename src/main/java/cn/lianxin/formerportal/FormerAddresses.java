package cn.lianxin.formerportal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Whoever comes by an address of the former portal is led on (301) to where the article stands, once it is public. An address of ours is
 * never led away, whatever an import says, and what is not public answers as if it had never been.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 60)
class FormerAddresses extends OncePerRequestFilter {

    private static final Duration KEPT = Duration.ofSeconds(30);

    private record Known(Set<String> beginnings, Instant since) {}

    private final TakenArticles taken;
    private final ObjectProvider<RequestMappingHandlerMapping> pages;
    private final Clock clock;
    private volatile Known known = new Known(Set.of(), Instant.EPOCH);

    FormerAddresses(TakenArticles taken, ObjectProvider<RequestMappingHandlerMapping> pages, Clock clock) {
        this.taken = taken;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var leads = leads(request);
        if (leads.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        response.setHeader(HttpHeaders.LOCATION, leads.get());
    }

    private Optional<String> leads(HttpServletRequest request) {
        var method = request.getMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return Optional.empty();
        }
        var query = request.getQueryString();
        return FormerPath.of(request.getRequestURI() + (query == null ? "" : "?" + query))
                .filter(path -> beginnings().contains(path.split("/", 3)[1]))
                .flatMap(taken::leadsTo)
                .filter(_ -> !isOurs(request));
    }

    /** So that a site without a former one asks for nothing. */
    private Set<String> beginnings() {
        var now = clock.instant();
        var last = known;
        if (Duration.between(last.since(), now).abs().compareTo(KEPT) >= 0) {
            last = new Known(taken.beginnings(), now);
            known = last;
        }
        return last.beginnings();
    }

    private boolean isOurs(HttpServletRequest request) {
        if (new ClassPathResource("static" + request.getRequestURI()).exists()) {
            return true;
        }
        try {
            ServletRequestPathUtils.parseAndCache(request);
            for (var mapping : pages) {
                if (mapping.getHandler(request) != null) {
                    return true;
                }
            }
            return false;
        } catch (Exception ofAnotherMethod) {
            return true;
        } finally {
            ServletRequestPathUtils.clearParsedRequestPath(request);
        }
    }
}
