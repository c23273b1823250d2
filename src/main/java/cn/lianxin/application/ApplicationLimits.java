package cn.lianxin.application;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much a token may do and for how long it lasts.
 *
 * @param requestsPerMinute by one token
 * @param requestsWithoutToken in a minute from one address
 * @param wrongTokensPerMinute from one address
 * @param longest how long a token lasts at most
 * @param overlap how long the one before still works when a token is replaced
 */
@ConfigurationProperties("lianxin.application")
record ApplicationLimits(
        @DefaultValue("600") long requestsPerMinute,
        @DefaultValue("600") long requestsWithoutToken,
        @DefaultValue("30") long wrongTokensPerMinute,
        @DefaultValue("365d") Duration longest,
        @DefaultValue("24h") Duration overlap) {}
