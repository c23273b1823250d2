package cn.lianxin.report;

import cn.lianxin.insight.Indicators;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.verdict.VerdictsInTime;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Issuing on a clock of one's own, for reports that came out in the past. What the indicators say is of the last quarter
 * that is closed today, so the clock belongs into the quarter of today. Within the caller's transaction.
 */
@Component
public class ReportsInTime {

    /** An office that issues by one clock. */
    public static final class Office {

        private final Issuing issuing;
        private final Issues issues;

        private Office(Issuing issuing, Issues issues) {
            this.issuing = issuing;
            this.issues = issues;
        }

        /** @param period as it is written in addresses */
        public long issue(UnitId unit, String period, String remarks, boolean open, Actor.Member by) {
            return issuing.issue(unit, period, remarks, open, by);
        }

        public long correct(long former, String reason, Actor.Member by) {
            return issuing.correct(issues.find(former).orElseThrow(Refusal.NotFound::new), reason, by);
        }
    }

    private final Tallies tallies;
    private final Telling telling;
    private final PostedMatters postedMatters;
    private final VerdictsInTime verdicts;
    private final Indicators indicators;
    private final Directory directory;
    private final Readers readers;
    private final AuditTrail audit;
    private final JdbcClient database;

    ReportsInTime(
            Tallies tallies,
            Telling telling,
            PostedMatters postedMatters,
            VerdictsInTime verdicts,
            Indicators indicators,
            Directory directory,
            Readers readers,
            AuditTrail audit,
            JdbcClient database) {
        this.tallies = tallies;
        this.telling = telling;
        this.postedMatters = postedMatters;
        this.verdicts = verdicts;
        this.indicators = indicators;
        this.directory = directory;
        this.readers = readers;
        this.audit = audit;
        this.database = database;
    }

    public Office on(Clock clock) {
        var composing =
                new Composing(tallies, telling, postedMatters, verdicts.publishedOn(clock), indicators, directory);
        var issues = new Issues(database, clock);
        return new Office(new Issuing(issues, composing, readers, audit, clock), issues);
    }
}
