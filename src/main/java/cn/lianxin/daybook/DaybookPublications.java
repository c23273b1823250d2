package cn.lianxin.daybook;

import cn.lianxin.platform.transparency.Layout;
import cn.lianxin.platform.transparency.PublishedRows;
import cn.lianxin.platform.transparency.PublishedTable;
import cn.lianxin.platform.witness.DayProof;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every day that is over in the public log, also those on which nothing was said: its root, and nothing that its root does not hide. */
@Configuration(proxyBeanMethods = false)
class DaybookPublications {

    @Bean
    static PublishedRows daybookPublications(JdbcClient database) {
        var day = PublishedTable.of("daybook.day", "d")
                .commits("day", "root", "size")
                .leaves("by it one tells what was said from what fills up", "secret")
                .leaves(
                        "how long it took tells how much there was; the entry has the same hour every day",
                        "closed_at");
        return new PublishedRows(database, Layout.of(DayProof.KIND, "day", day, "day"));
    }
}
