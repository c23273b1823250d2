package cn.lianxin.terminal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Whether a key is a terminal's, remembered for a minute so that a page with its pictures asks once. */
@Component
class KnownTerminals {

    private final Terminals terminals;
    private final Cache<String, Boolean> remembered = Caffeine.newBuilder()
            .maximumSize(2_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    KnownTerminals(Terminals terminals) {
        this.terminals = terminals;
    }

    boolean stands(TerminalKey key) {
        return Boolean.TRUE.equals(remembered.get(key.digest(), _ -> terminals.stands(key)));
    }

    void forgetAll() {
        remembered.invalidateAll();
    }
}
