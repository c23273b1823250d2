package cn.lianxin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The clock of the tests: runs as usual until a test moves it forward; such a test resets it when it is over. */
public final class TestClock extends Clock {

    private static volatile Duration ahead = Duration.ZERO;

    private TestClock() {}

    public static void forward(Duration by) {
        ahead = ahead.plus(by);
    }

    public static Instant now() {
        return Instant.now().plus(ahead);
    }

    public static void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return now();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), ahead);
    }

    @TestConfiguration(proxyBeanMethods = false)
    public static class Setup {
        @Bean
        @Primary
        static Clock testClock() {
            return new TestClock();
        }
    }
}
