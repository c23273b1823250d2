package cn.lianxin.platform.fairness;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Which tickets were used, for as long as they could be used again. Only what was worked or waited for gets in here. */
@Component
class Spent {

    private final Cache<String, Boolean> used = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    /** Whether this is its first use. */
    boolean use(Ticket ticket) {
        return used.asMap().putIfAbsent(ticket.id(), Boolean.TRUE) == null;
    }

    boolean isUsed(Ticket ticket) {
        return used.getIfPresent(ticket.id()) != null;
    }
}
