package cn.lianxin.sealed;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.promise.CheckIns;
import cn.lianxin.promise.Grade;
import cn.lianxin.sealed.SealedStep.Kind;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever sent a report comes back with what his device made of the receipt, reads, and says whether it is enough. */
@Component
class SenderReturns {

    private final SealedReports reports;
    private final ReadingSealed reading;
    private final GuardingSenders guarding;
    private final CheckIns checkIns;
    private final Parcels parcels;
    private final ObjectProvider<SealedProofs> proofs;
    private final Clock clock;

    SenderReturns(
            SealedReports reports,
            ReadingSealed reading,
            GuardingSenders guarding,
            CheckIns checkIns,
            Parcels parcels,
            ObjectProvider<SealedProofs> proofs,
            Clock clock) {
        this.reports = reports;
        this.reading = reading;
        this.guarding = guarding;
        this.checkIns = checkIns;
        this.parcels = parcels;
        this.proofs = proofs;
        this.clock = clock;
    }

    /**
     * What his page asks of his own peace.
     *
     * @param asked whether a day has come on which he is asked and has not answered
     * @param open whether he may say that somebody gives him trouble
     */
    record Peace(boolean asked, boolean open, Optional<Guardian> guardian) {}

    @Transactional
    Optional<SealedReport> find(@Nullable String opening) {
        return reports.byOpening(NewSealedReport.digestOf(opening));
    }

    /** The answers, closed for the key that lies under his receipt. */
    @Transactional(readOnly = true)
    List<Map<String, Object>> answers(SealedReport report) {
        return reading.answers(report, List.of(report.reporterKid()));
    }

    /** As the proof says it lay there; NotFound before its day is over, and where there is none. */
    @Transactional
    Parcel parcel(@Nullable String opening, int step) {
        var report = find(opening).orElseThrow(Refusal.NotFound::new);
        return proofs.stream()
                .flatMap(room -> room.closedFor(report.id(), step).stream())
                .findFirst()
                .flatMap(keys -> parcels.of(report.id(), step, keys))
                .orElseThrow(Refusal.NotFound::new);
    }

    /** Of the report and each answer whose day is over, without anything being written down. */
    @Transactional(readOnly = true)
    Optional<String> proof(SealedReport report) {
        return proofs.stream().flatMap(room -> room.file(report.id()).stream()).findFirst();
    }

    @Transactional(readOnly = true)
    Peace peace(SealedReport report) {
        var days = checkIns.days(GuardingSenders.MATTER, Grade.U5, report.filedAt());
        var now = clock.instant();
        var asked = days.stream()
                .map(day -> report.filedAt().plus(Duration.ofDays(day)))
                .filter(day -> !day.isAfter(now))
                .reduce((_, later) -> later);
        var answered = report.steps().stream()
                .filter(step -> step.kind() == Kind.PEACE || step.kind() == Kind.TROUBLE)
                .map(SealedStep::at)
                .reduce((_, later) -> later);
        var guardian = guarding.of(report);
        return new Peace(
                guardian.isEmpty()
                        && asked.filter(day -> answered.filter(day::isBefore).isEmpty())
                                .isPresent(),
                guardian.isEmpty(),
                guardian);
    }

    /** One tap, whenever he wants. Refuses {@code sealed-not-asked} where he says so unasked, {@code sealed-no-guardian}. */
    @Transactional
    void say(@Nullable String opening, boolean trouble) {
        var report = find(opening).orElseThrow(Refusal.NotFound::new);
        if (trouble) {
            guarding.call(report);
        } else if (peace(report).asked()) {
            reports.add(report.id(), SealedStep.ofSender(Kind.PEACE, clock.instant()));
        } else {
            throw new Refusal.Conflict("sealed-not-asked");
        }
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
