package cn.lianxin.insight;

import cn.lianxin.promise.Grade;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One case as figures count it: a concern, or what was split from one and went to the same unit. Matter, grade, way and
 * promise are those of its filing; the unit is the first that had to answer.
 *
 * @param concerns of which it consists, the whole before its parts
 * @param units the unit that had to answer first and all above it
 * @param person who raised it; nobody where it is anonymous
 * @param answered the first reply, or that it was declined and somebody outside stands for it
 * @param withdrawn that somebody outside stands for
 * @param ending what the last answer found, if there was nothing to answer
 * @param own raised or entered by somebody who answers for that unit
 * @param ownEntry entered by such a person
 * @param recurs whether the same came up again within ninety days of the answer
 */
record CountedCase(
        List<Long> concerns,
        List<Long> units,
        Optional<Long> person,
        String kind,
        String channel,
        String matter,
        Grade grade,
        LocalDate filedOn,
        Instant filedAt,
        Instant acknowledgeBy,
        Instant replyBy,
        Optional<Instant> acknowledged,
        Optional<Instant> answered,
        Optional<Instant> withdrawn,
        Optional<Ending> ending,
        boolean recorded,
        boolean raisedAgain,
        boolean own,
        boolean ownEntry,
        Duration stopped,
        String where,
        boolean recurs) {

    private static final Set<String> APART = Set.of("CONSULTATION", "SUGGESTION");
    static final String IMPORTED = "LEDGER";

    /** Why it counts in no figure about answering, if it does not. */
    Optional<LeftOut> leftOut() {
        if (channel.equals(IMPORTED)) {
            return Optional.of(LeftOut.IMPORTED);
        }
        if (APART.contains(kind) && !ownEntry) {
            return Optional.of(LeftOut.OTHER_KIND);
        }
        return withdrawn
                .filter(at -> answered.isEmpty() && at.isBefore(replyBy))
                .map(_ -> LeftOut.WITHDRAWN);
    }

    CaseKey key() {
        return new CaseKey(units, filedOn.withDayOfMonth(1), matter, grade, channel);
    }

    /** Counted again as it was counted before, whoever answers for the unit by now. */
    CountedCase ownAs(boolean byThen, boolean entryByThen) {
        return with(byThen, entryByThen, recurs);
    }

    boolean ended(Ending how) {
        return ending.filter(how::equals).isPresent();
    }

    boolean isDue(Instant now) {
        return !replyBy.isAfter(now);
    }

    boolean onTime() {
        return answered.filter(at -> !at.isAfter(replyBy)).isPresent();
    }

    boolean takenUpInTime() {
        return acknowledged
                        .or(() -> answered)
                        .filter(at -> !at.isAfter(acknowledgeBy))
                        .isPresent()
                || answered.filter(at -> !at.isAfter(acknowledgeBy)).isPresent();
    }

    /** As long as the worker has waited, or waits. */
    Duration waited(Instant now) {
        return Duration.between(filedAt, answered.orElse(now));
    }

    CountedCase recurring() {
        return with(own, ownEntry, true);
    }

    private CountedCase with(boolean otherOwn, boolean otherOwnEntry, boolean otherRecurs) {
        return new CountedCase(
                concerns,
                units,
                person,
                kind,
                channel,
                matter,
                grade,
                filedOn,
                filedAt,
                acknowledgeBy,
                replyBy,
                acknowledged,
                answered,
                withdrawn,
                ending,
                recorded,
                raisedAgain,
                otherOwn,
                otherOwnEntry,
                stopped,
                where,
                otherRecurs);
    }

    /** What was split and went to one unit is one case: as late as its last part, and as bad as its worst. */
    static CountedCase together(Collection<CountedCase> all) {
        var kept = all.stream()
                .filter(part -> part.leftOut().filter(LeftOut.WITHDRAWN::equals).isEmpty())
                .toList();
        var parts = (kept.isEmpty() ? List.copyOf(all) : kept)
                .stream()
                        .sorted(Comparator.comparing(part -> part.concerns.getFirst()))
                        .toList();
        var whole = all.stream()
                .min(Comparator.comparing(part -> part.concerns.getFirst()))
                .orElseThrow();
        return new CountedCase(
                all.stream().flatMap(part -> part.concerns.stream()).sorted().toList(),
                whole.units,
                whole.person,
                whole.kind,
                whole.channel,
                whole.matter,
                whole.grade,
                whole.filedOn,
                whole.filedAt,
                parts.stream()
                        .map(CountedCase::acknowledgeBy)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                parts.stream()
                        .map(CountedCase::replyBy)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                last(parts, CountedCase::acknowledged),
                last(parts, CountedCase::answered),
                last(parts, CountedCase::withdrawn),
                same(parts),
                parts.stream().anyMatch(CountedCase::recorded),
                parts.stream().anyMatch(CountedCase::raisedAgain),
                parts.stream().anyMatch(CountedCase::own),
                parts.stream().anyMatch(CountedCase::ownEntry),
                parts.stream()
                        .map(CountedCase::stopped)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                whole.where,
                parts.stream().anyMatch(CountedCase::recurs));
    }

    private static Optional<Ending> same(List<CountedCase> parts) {
        var endings = parts.stream().map(CountedCase::ending).distinct().toList();
        return endings.size() == 1 ? endings.getFirst() : Optional.empty();
    }

    private static Optional<Instant> last(List<CountedCase> parts, Function<CountedCase, Optional<Instant>> of) {
        return parts.stream().map(of).allMatch(Optional::isPresent)
                ? parts.stream().map(of).flatMap(Optional::stream).max(Comparator.naturalOrder())
                : Optional.empty();
    }
}
