package cn.lianxin.platform.database;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the embedded database unless {@code spring.datasource.url} names one of your own. */
@Configuration(proxyBeanMethods = false)
class DatabaseSetup {

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
    static EmbeddedPostgres embeddedPostgres(
            @Value("${lianxin.data}") Path data, @Value("${lianxin.backup.archive:}") String archive) {
        return DatabaseAhead.take(data.toAbsolutePath(), archive);
    }

    /** Ticks in microseconds, as the database keeps time. */
    @Bean
    static Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
