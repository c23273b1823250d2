package cn.lianxin.sealed;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.sealed.SealedStep.Kind;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever sent a report comes back with what his device made of the receipt, reads, and says whether it is enough. */
@Component
class SenderReturns {

    private final SealedReports reports;
    private final ReadingSealed reading;
    private final Clock clock;

    SenderReturns(SealedReports reports, ReadingSealed reading, Clock clock) {
        this.reports = reports;
        this.reading = reading;
        this.clock = clock;
    }

    @Transactional
    Optional<SealedReport> find(@Nullable String opening) {
        return reports.byOpening(NewSealedReport.digestOf(opening));
    }

    /** The answers, closed for the key that lies under his receipt. */
    @Transactional(readOnly = true)
    List<Map<String, Object>> answers(SealedReport report) {
        return reading.answers(report, List.of(report.reporterKid()));
    }

    /** Where it is not enough, another answer is due as soon as the first was. */
    @Transactional
    void judge(@Nullable String opening, boolean enough) {
        var report = find(opening).orElseThrow(Refusal.NotFound::new);
        var kind = enough ? Kind.ENOUGH : Kind.NOT_ENOUGH;
        report.state().after(kind);
        reports.add(report.id(), SealedStep.ofSender(kind, clock.instant()));
        if (!enough) {
            reports.promise(report.id(), SealingReports.due(clock));
        }
    }
}
