package cn.lianxin.spotcheck;

import cn.lianxin.concern.CheckingConcerns;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.transparency.PublicLog;
import cn.lianxin.verdict.VerdictsToCheck;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** Spot checks on a clock of one's own, for weeks that lie in the past; within the caller's transaction. */
@Component
public class SpotChecksInTime {

    private final Periods periods;
    private final Draws draws;
    private final Calls calls;
    private final Findings findings;
    private final Groups groups;
    private final VerdictsToCheck verdicts;
    private final CheckingConcerns concerns;
    private final PublicLog log;
    private final OutsideTheLine outside;
    private final Directory directory;
    private final AuditTrail trail;
    private final Inbox inbox;

    SpotChecksInTime(
            Periods periods,
            Draws draws,
            Calls calls,
            Findings findings,
            Groups groups,
            VerdictsToCheck verdicts,
            CheckingConcerns concerns,
            PublicLog log,
            OutsideTheLine outside,
            Directory directory,
            AuditTrail trail,
            Inbox inbox) {
        this.periods = periods;
        this.draws = draws;
        this.calls = calls;
        this.findings = findings;
        this.groups = groups;
        this.verdicts = verdicts;
        this.concerns = concerns;
        this.log = log;
        this.outside = outside;
        this.directory = directory;
        this.trail = trail;
        this.inbox = inbox;
    }

    /** @param dice by which the days fall on which units are asked */
    public SpotChecks on(Clock clock, RandomGenerator dice) {
        var drawing = new Drawing(periods, draws, calls, findings, verdicts, concerns, log, clock);
        return new SpotChecks(
                periods,
                drawing,
                new Calling(calls, drawing, outside, concerns, directory, trail, inbox, clock),
                new Asking(groups, verdicts, concerns, clock, dice),
                new Looking(groups, outside, concerns, verdicts, inbox, clock));
    }
}
