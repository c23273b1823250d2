package cn.lianxin.verdict;

import cn.lianxin.platform.transparency.Layout;
import cn.lianxin.platform.transparency.PublishedRows;
import cn.lianxin.platform.transparency.PublishedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Batches of verdicts in the public log, with every column of theirs. */
@Configuration(proxyBeanMethods = false)
class BatchPublications {

    static final String KIND = "verdict.batch";

    @Bean
    static PublishedRows batchPublications(JdbcClient database) {
        var batch = PublishedTable.of("verdict.batch", "b")
                .commits(
                        "id",
                        "unit",
                        "rolled_up",
                        "released_on",
                        "rated",
                        "solved",
                        "partly",
                        "not_solved",
                        "satisfied",
                        "fairly",
                        "not_satisfied");
        return new PublishedRows(database, Layout.of(KIND, "batch", batch, "id").forMembers());
    }

    static String subject(long batch) {
        return "batch:" + batch;
    }
}
