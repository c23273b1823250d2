package cn.lianxin.exemplar;

import cn.lianxin.platform.transparency.Layout;
import cn.lianxin.platform.transparency.PublishedRows;
import cn.lianxin.platform.transparency.PublishedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** That an article came out although objections to it were found right, and why: whoever objected finds it unaltered. */
@Configuration(proxyBeanMethods = false)
class ExemplarPublications {

    static final String DECISION = "exemplar.decision";

    @Bean
    static PublishedRows exemplarDecisionPublications(JdbcClient database) {
        var decision = PublishedTable.of("exemplar.decision", "d")
                .where("d.subject is null")
                .commits("id", "article", "notice", "upheld", "reason", "decided_by", "decided_at")
                .leaves("empty in all that are published: nobody is told who was taken off", "subject");
        return new PublishedRows(database, Layout.of(DECISION, "exemplar-decision", decision, "id"));
    }
}
