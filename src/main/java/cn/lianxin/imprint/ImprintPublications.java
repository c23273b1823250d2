package cn.lianxin.imprint;

import cn.lianxin.platform.transparency.Layout;
import cn.lianxin.platform.transparency.PublishedRows;
import cn.lianxin.platform.transparency.PublishedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By which rules the paper is read, and who answers for it, in the public log: nobody lets fewer read unnoticed. */
@Configuration(proxyBeanMethods = false)
class ImprintPublications {

    static final String CHANGE = "imprint.change";

    @Bean
    static PublishedRows imprintPublications(JdbcClient database) {
        var change = PublishedTable.of("imprint.change", "c")
                .where("c.about <> 'ORDER'")
                .commits("id", "at", "about", "subject", "content", "reason")
                .leaves("who changed it stands in the audit trail", "person", "name");
        return new PublishedRows(database, Layout.of(CHANGE, "imprint-change", change, "id"));
    }
}
