package cn.lianxin.insight;

import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.transparency.PublicLog;
import cn.lianxin.platform.web.Screen;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts each quarter once, when it is final, and keeps it. What changes afterwards, units, posts or roles, changes no
 * figure of before, and nobody sees one that is still to change.
 */
@Component
class KeepingQuarters {

    private final CaseStore cases;
    private final BatchStore batches;
    private final Quarters quarters;
    private final QuarterWriter writer;
    private final PublicLog log;
    private final Directory directory;
    private final TransactionTemplate transactions;
    private final ApplicationAvailability availability;
    private final Clock clock;

    KeepingQuarters(
            CaseStore cases,
            BatchStore batches,
            Quarters quarters,
            QuarterWriter writer,
            PublicLog log,
            Directory directory,
            TransactionTemplate transactions,
            ApplicationAvailability availability,
            Clock clock) {
        this.cases = cases;
        this.batches = batches;
        this.quarters = quarters;
        this.writer = writer;
        this.log = log;
        this.directory = directory;
        this.transactions = transactions;
        this.availability = availability;
        this.clock = clock;
    }

    /** Not while the first start still fills the installation: what was counted too early would stay so. */
    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
    void look() {
        if (availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC) {
            directory.unitsByCode().values().stream()
                    .filter(card -> card.parent().isEmpty() && directory.stands(card.id()))
                    .forEach(card -> keepWhatIsFinal(card.id()));
        }
    }

    /** Of one enterprise, quarter by quarter since the first that it had. */
    void keepWhatIsFinal(UnitId root) {
        var today = LocalDate.ofInstant(clock.instant(), Screen.ZONE);
        var next = quarters.last(root).map(first -> first.plusMonths(3)).or(() -> cases.first(root));
        if (next.isEmpty()) {
            return;
        }
        for (var quarter = Span.quarterOf(next.get());
                !today.isBefore(quarter.finalOn());
                quarter = Span.quarterOf(quarter.last().plusDays(1))) {
            keep(root, quarter, Definition.bookOf(quarter.year()));
        }
        quarters.withoutRecurrences(root).forEach((id, first) -> {
            if (!today.isBefore(Span.quarterOf(first).recurrencesFinalOn())) {
                transactions.executeWithoutResult(_ -> keepRecurrences(id, Span.quarterOf(first), root));
            }
        });
    }

    /** By these definitions; a second time only beside the first, of the same cases in the same parts. */
    void keep(UnitId root, Span quarter, int version) {
        transactions.executeWithoutResult(_ -> {
            var before = quarters.newest(root, quarter, Integer.MAX_VALUE);
            writer.begin(root, quarter, version, clock.instant()).ifPresent(id -> {
                var cut = before.map(former -> likeIn(former, filed(quarter, quarter.last(), root)))
                        .orElseGet(() -> anew(filed(quarter, quarter.last(), root), quarter));
                var counted = new TreeMap<Integer, KeptQuarter.Part>();
                cut.forEach((part, cases) -> counted.put(part, KeptQuarter.Part.of(cases, quarter)));
                writer.write(id, cut, counted);
                writer.writeBatches(id, batches.publishedIn(quarter, root));
                log.enter(QuarterPublications.QUARTER, "quarter:" + id);
            });
        });
    }

    private void keepRecurrences(long id, Span quarter, UnitId root) {
        if (!writer.beginRecurrences(id, clock.instant())) {
            return;
        }
        var cut = likeIn(id, Recurrences.marked(filed(quarter, quarter.recurrencesFinalOn(), root)));
        var counts = new TreeMap<Integer, Count>();
        cut.forEach(
                (part, cases) -> counts.put(part, new Counting(cases, quarter.finalAt()).count(Indicator.RECURRED)));
        writer.writeRecurrences(id, counts);
        log.enter(QuarterPublications.RECURRENCES, "recurrences:" + id);
    }

    private List<CountedCase> filed(Span quarter, LocalDate last, UnitId root) {
        return cases.filed(quarter.first(), last, root, quarter.finalAt());
    }

    private static Map<Integer, List<CountedCase>> anew(Collection<CountedCase> cases, Span quarter) {
        var numbered = new TreeMap<Integer, List<CountedCase>>();
        Atoms.cut(cases, Wishes.of(cases, quarter)).forEach(part -> numbered.put(numbered.size(), part));
        return numbered;
    }

    private Map<Integer, List<CountedCase>> likeIn(long kept, Collection<CountedCase> cases) {
        var behind = quarters.behind(kept);
        var cut = new TreeMap<Integer, List<CountedCase>>();
        for (var one : cases) {
            Optional.ofNullable(behind.get(one.concerns().getFirst()))
                    .ifPresent(then -> cut.computeIfAbsent(then.part(), _ -> new ArrayList<>())
                            .add(one.ownAs(then.own(), then.ownEntry())));
        }
        return cut;
    }
}
