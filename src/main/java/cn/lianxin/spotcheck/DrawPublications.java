package cn.lianxin.spotcheck;

import cn.lianxin.platform.transparency.Layout;
import cn.lianxin.platform.transparency.PublishedRows;
import cn.lianxin.platform.transparency.PublishedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What binds a draw before it begins, in the public log: the commitment to its seed, and the rate of each unit. */
@Configuration(proxyBeanMethods = false)
class DrawPublications {

    static final String KIND = "spotcheck.draw";

    @Bean
    static PublishedRows drawPublications(JdbcClient database) {
        var period = PublishedTable.of("spotcheck.period", "p")
                .commits("id", "begins", "ends", "commitment", "published_at")
                .leaves("the commitment, which is entered before the draw, binds it; anybody recomputes it", "seed")
                .leaves("it follows from the weeks that have passed", "drawn_until", "revealed_at");
        var rate = PublishedTable.of("spotcheck.rate", "r").commits("period", "unit", "answers_before", "rate");
        return new PublishedRows(
                database,
                Layout.of(KIND, "draw", period, "id")
                        .below(rate, "r.period = p.id", "r.unit")
                        .forMembers());
    }

    static String subject(long period) {
        return "draw:" + period;
    }
}
