package cn.lianxin.promise;

import cn.lianxin.platform.transparency.Layout;
import cn.lianxin.platform.transparency.PublishedRows;
import cn.lianxin.platform.transparency.PublishedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rules by which promises are made, in the public log: packs, what is switched, and which units work by a roster. */
@Configuration(proxyBeanMethods = false)
class RulePublications {

    static final String PACK = "promise.pack";
    static final String SWITCH = "promise.switch";
    static final String ROSTER = "promise.roster";

    @Bean
    static PublishedRows rulePackPublications(JdbcClient database) {
        var version = PublishedTable.of("promise.rule_version", "v")
                .commits("id", "pack", "english_pack", "in_force_from", "imported_by", "imported_at");
        var rule = PublishedTable.of("promise.rule", "r")
                .commits("id", "version", "stage", "matter", "grade", "amount", "measure", "source");
        return new PublishedRows(
                database,
                Layout.of(PACK, "pack", version, "id")
                        .below(rule, "r.version = v.id", "r.id")
                        .forMembers()
                        .fromProductWhere("v.imported_by = ''"));
    }

    @Bean
    static PublishedRows ruleSwitchPublications(JdbcClient database) {
        var decision = PublishedTable.of("promise.rule_switch", "s")
                .commits("id", "pack", "matter", "grade", "switched_on", "from_date", "decided_by", "decided_at");
        return new PublishedRows(
                database,
                Layout.of(SWITCH, "switch", decision, "id").forMembers().fromProductWhere("s.decided_by = ''"));
    }

    @Bean
    static PublishedRows unitRosterPublications(JdbcClient database) {
        var roster = PublishedTable.of("promise.unit_roster", "r")
                .commits("id", "unit", "roster", "crew", "from_date", "decided_by", "decided_at");
        return new PublishedRows(
                database, Layout.of(ROSTER, "roster", roster, "id").forMembers());
    }
}
