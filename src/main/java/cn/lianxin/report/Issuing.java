package cn.lianxin.report;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.platform.web.Screen;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Issues reports. What was issued stays; a correction is a further number and names the one before it. */
@Component
class Issuing {

    private static final int LONGEST_REMARKS = 2_000;

    private final Issues issues;
    private final Composing composing;
    private final Readers readers;
    private final AuditTrail audit;
    private final Clock clock;

    Issuing(Issues issues, Composing composing, Readers readers, AuditTrail audit, Clock clock) {
        this.issues = issues;
        this.composing = composing;
        this.readers = readers;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Refuses {@code period-unknown}, {@code period-not-over}, {@code words-too-long}, {@code report-issued-already}.
     *
     * @param open whether the people of the unit read all of it
     */
    @Transactional
    public long issue(UnitId unit, String periodCode, String typedRemarks, boolean open, Actor.Member by) {
        readers.mustKeep(unit, by);
        var period = Period.parse(periodCode);
        period.mustBeOver(LocalDate.ofInstant(clock.instant(), Screen.ZONE));
        var remarks = remarks(typedRemarks);
        if (issues.latest(unit, period).isPresent()) {
            throw alreadyIssued();
        }
        var contents = composing.of(unit, period, remarks, open);
        return recorded(
                issues.add(unit, period, 1, Optional.empty(), open, contents, Optional.of(by.person())),
                "report.issued",
                by);
    }

    /** Counts anew. Refuses {@code correction-says-nothing}, {@code words-too-long}, {@code report-corrected-already}. */
    @Transactional
    public long correct(Issue former, String typedReason, Actor.Member by) {
        readers.mustKeep(former.unit(), by);
        var reason = remarks(typedReason);
        if (reason.isBlank()) {
            throw new Refusal.Violation("remarks", "correction-says-nothing");
        }
        if (issues.correctionOf(former.id()).isPresent()) {
            throw new Refusal.Conflict("report-corrected-already");
        }
        var contents = composing.of(former.unit(), former.period(), reason, former.open());
        return recorded(
                issues.add(
                        former.unit(),
                        former.period(),
                        former.number() + 1,
                        Optional.of(former.id()),
                        former.open(),
                        contents,
                        Optional.of(by.person())),
                "report.corrected",
                by);
    }

    /** The one that is read, issued now if nobody has issued it yet; within the caller's transaction. */
    Issue issueByItself(UnitId unit, Period period) {
        if (issues.latest(unit, period).isEmpty()) {
            issues.add(
                            unit,
                            period,
                            1,
                            Optional.empty(),
                            false,
                            composing.of(unit, period, "", false),
                            Optional.empty())
                    .ifPresent(id -> audit.record(new Actor.Clockwork("reports"), "report.issued", "report:" + id, ""));
        }
        return issues.latest(unit, period).orElseThrow();
    }

    private long recorded(Optional<Long> added, String action, Actor by) {
        var id = added.orElseThrow(Issuing::alreadyIssued);
        audit.record(by, action, "report:" + id, "");
        return id;
    }

    private static Refusal alreadyIssued() {
        return new Refusal.Conflict("report-issued-already");
    }

    private static String remarks(String typed) {
        var remarks = PlainText.block(typed);
        if (PlainText.lengthOf(remarks) > LONGEST_REMARKS) {
            throw new Refusal.Violation("remarks", "words-too-long", LONGEST_REMARKS, PlainText.lengthOf(remarks));
        }
        return remarks;
    }
}
