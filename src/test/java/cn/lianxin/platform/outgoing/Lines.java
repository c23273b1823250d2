package cn.lianxin.platform.outgoing;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** Ways to servers of a test. */
public final class Lines {

    private static final Duration SHORT = Duration.ofMillis(1_500);
    static final String FROM = "lianxin@mine.example";

    private Lines() {}

    /** To a mail server on loopback, in clear; an answer may take two seconds. */
    public static Mailing mailing(int port, Clock clock) {
        return new Mailing(
                new MailSettings("127.0.0.1", port, "none", "", "", FROM, Duration.ofSeconds(2)), new Trust(""), clock);
    }

    /** To servers on loopback; a call may take a second and a half. */
    public static OutgoingCalls calls() {
        return calls(SystemDefaultDnsResolver.INSTANCE, SHORT, "127.0.0.1/32:*");
    }

    /** To servers on loopback; a call may take a minute. */
    public static OutgoingCalls patientCalls() {
        return calls(SystemDefaultDnsResolver.INSTANCE, Duration.ofMinutes(1), "127.0.0.1/32:*");
    }

    static OutgoingCalls calls(DnsResolver names, String... allowed) {
        return calls(names, SHORT, allowed);
    }

    private static OutgoingCalls calls(DnsResolver names, Duration longest, String... allowed) {
        return new OutgoingCalls(names, new AllowedDestinations(List.of(allowed)), new Trust(""), longest);
    }
}
