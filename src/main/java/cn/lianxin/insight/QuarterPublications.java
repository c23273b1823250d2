package cn.lianxin.insight;

import cn.lianxin.platform.transparency.Layout;
import cn.lianxin.platform.transparency.PublishedRows;
import cn.lianxin.platform.transparency.PublishedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Quarters as they were counted, in the public log. Who sees which figures differs from reader to reader, so their parts are held
 * against the entries from within alone.
 */
@Configuration(proxyBeanMethods = false)
class QuarterPublications {

    static final String QUARTER = "insight.quarter";
    static final String RECURRENCES = "insight.recurrences";

    @Bean
    static PublishedRows quarterPublications(JdbcClient database) {
        var quarter =
                PublishedTable.of("insight.quarter", "q").commits("id", "root", "first_day", "version", "counted_at");
        var batch = PublishedTable.of("insight.quarter_batch", "b")
                .commits("quarter", "place", "units", "rated", "solved", "satisfied");
        return new PublishedRows(
                database,
                Layout.of(QUARTER, "quarter", quarter, "id")
                        .below(
                                counts("c.indicator <> 'RECURRED'"),
                                "c.quarter = q.id and c.indicator <> 'RECURRED'",
                                ORDER)
                        .below(keys(), "k.quarter = q.id", "k.place")
                        .below(batch, "b.quarter = q.id", "b.place")
                        .forMembers()
                        .shownWhere("false"));
    }

    @Bean
    static PublishedRows recurrencesPublications(JdbcClient database) {
        var counted = PublishedTable.of("insight.recurrences_counted", "r").commits("quarter", "counted_at");
        return new PublishedRows(
                database,
                Layout.of(RECURRENCES, "recurrences", counted, "quarter")
                        .below(
                                counts("c.indicator = 'RECURRED'"),
                                "c.quarter = r.quarter and c.indicator = 'RECURRED'",
                                ORDER)
                        .forMembers()
                        .shownWhere("false"));
    }

    private static final String ORDER = "c.part, c.indicator";

    private static PublishedTable counts(String which) {
        return PublishedTable.of("insight.part_count", "c")
                .where(which)
                .commits(
                        "quarter",
                        "part",
                        "indicator",
                        "numerator",
                        "denominator",
                        "why",
                        "left_out",
                        "days",
                        "withheld");
    }

    private static PublishedTable keys() {
        return PublishedTable.of("insight.part_key", "k")
                .commits("quarter", "place", "part", "units", "month", "matter", "grade", "channel");
    }
}
