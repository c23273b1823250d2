package cn.lianxin.duty;

import cn.lianxin.platform.transparency.Layout;
import cn.lianxin.platform.transparency.PublishedRows;
import cn.lianxin.platform.transparency.PublishedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has to be published, and what has happened of which has to be told, in the public log: nobody shortens the list unnoticed. */
@Configuration(proxyBeanMethods = false)
class DutyPublications {

    static final String WORDING = "duty.wording";
    static final String OCCASION = "duty.occasion";

    @Bean
    static PublishedRows dutyWordingPublications(JdbcClient database) {
        var wording = PublishedTable.of("duty.wording", "w")
                .commits("duty", "place", "from_day", "name", "english_name", "contents", "english_contents", "matter")
                .commits(
                        "post",
                        "english_post",
                        "rhythm",
                        "days",
                        "working",
                        "stays_days",
                        "objection_days",
                        "reply_days")
                .commits("acknowledged", "unread_told", "columns", "source", "english_source", "source_day", "checked")
                .commits("ended", "changed_by", "changed_at", "reason");
        var duty = PublishedTable.of("duty.duty", "d").commits("code", "place");
        return new PublishedRows(
                database,
                Layout.of(WORDING, "duty", wording, "duty", "place")
                        .beside(duty, "d.code = w.duty")
                        .fromProductWhere("w.changed_by is null"));
    }

    @Bean
    static PublishedRows dutyOccasionPublications(JdbcClient database) {
        var occasion = PublishedTable.of("duty.occasion", "o")
                .commits("id", "duty", "circle", "unit", "day", "what")
                .leaves("who said it, and when, stands in the audit trail", "told_by", "told_at");
        return new PublishedRows(database, Layout.of(OCCASION, "occasion", occasion, "id"));
    }
}
