package cn.lianxin.identity;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a session lasts. Each use moves its end, up to the longest.
 *
 * @param idle without any request, for people who signed in
 * @param longest from sign-in, however busy
 * @param receiptIdle without any request, for the holder of a receipt: he may sit at a terminal that others use too
 * @param sharedIdle without any request, on a device that many use: a little longer than its page waits before it signs out
 * @param sharedLongest from sign-in, on such a device
 * @param remembered how long a request may trust what the one before has read
 */
@ConfigurationProperties("lianxin.session")
record SessionLimits(
        @DefaultValue("12h") Duration idle,
        @DefaultValue("30d") Duration longest,
        @DefaultValue("30m") Duration receiptIdle,
        @DefaultValue("2m") Duration sharedIdle,
        @DefaultValue("30m") Duration sharedLongest,
        @DefaultValue("5s") Duration remembered) {

    Instant endOfPerson(Instant startedAt, Instant seenAt) {
        return earlier(seenAt.plus(idle), startedAt.plus(longest));
    }

    Instant endOfReceipt(Instant startedAt, Instant seenAt) {
        return earlier(seenAt.plus(receiptIdle), startedAt.plus(idle));
    }

    Instant endOfShared(Instant startedAt, Instant seenAt) {
        return earlier(seenAt.plus(sharedIdle), startedAt.plus(sharedLongest));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
