package cn.lianxin.portal;

import cn.lianxin.platform.web.PageTask;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A public page is rendered once for all who come within some seconds; those who come while it is rendered wait for it. Who has an
 * account sees his own page, always anew. What is taken down is gone from here sooner than browsers ask again.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 8)
class KeptPages extends OncePerRequestFilter {

    private static final long MOST_BYTES = 32L << 20;

    private final AsyncCache<PageKey, KeptPage> pages;
    private final boolean keeping;
    private final Reads reads;

    KeptPages(@Value("${lianxin.portal.kept-for}") Duration keptFor, Reads reads) {
        this.keeping = keptFor.isPositive();
        this.reads = reads;
        this.pages = Caffeine.newBuilder()
                .expireAfterWrite(keptFor)
                .maximumWeight(MOST_BYTES)
                .weigher((PageKey key, KeptPage page) -> page.weight())
                .buildAsync();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = keeping ? PageKey.of(request) : Optional.<PageKey>empty();
        if (key.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var ours = new CompletableFuture<KeptPage>();
        var theirs = pages.asMap().putIfAbsent(key.get(), ours);
        if (theirs == null) {
            render(ours, request, response, chain);
            return;
        }
        var page = theirs.handle((kept, failed) -> Optional.ofNullable(kept)).join();
        if (page.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        count(key.get(), request);
        page.get().answer(request, response);
    }

    private void count(PageKey key, HttpServletRequest request) {
        var agent =
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        key.article().ifPresent(article -> reads.count(article, agent));
    }

    private void render(
            CompletableFuture<KeptPage> ours,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var rendered = new ContentCachingResponseWrapper(response);
        Optional<KeptPage> page = Optional.empty();
        try {
            chain.doFilter(request, rendered);
            page = mayBeKept(request, rendered) ? Optional.of(KeptPage.of(rendered)) : Optional.empty();
        } finally {
            // What is for one alone is forgotten at once, and those who waited have theirs rendered.
            page.ifPresentOrElse(ours::complete, () -> ours.cancel(false));
        }
        if (page.isPresent()) {
            page.get().answer(request, response);
        } else {
            rendered.copyBodyToResponse();
        }
    }

    /** Work for one device, and a cookie for one browser, are for nobody else. */
    private static boolean mayBeKept(HttpServletRequest request, ContentCachingResponseWrapper rendered) {
        return rendered.getStatus() == HttpServletResponse.SC_OK
                && !rendered.containsHeader(HttpHeaders.SET_COOKIE)
                && PageTask.of(request).isEmpty();
    }
}
