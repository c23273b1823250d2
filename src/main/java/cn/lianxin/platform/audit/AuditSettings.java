package cn.lianxin.platform.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long logs are kept.
 *
 * @param keep entries of all logs; at least half a year (网络安全法 §21)
 * @param addresses from where somebody signed in or was refused
 */
@ConfigurationProperties("lianxin.audit")
record AuditSettings(
        @DefaultValue("1095d") Duration keep,
        @DefaultValue("30d") Duration addresses) {

    private static final Duration SHORTEST = Duration.ofDays(184);

    AuditSettings {
        if (keep.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("lianxin.audit.keep: at least 184d, half a year");
        }
    }
}
