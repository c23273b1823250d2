package cn.lianxin.topic;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.platform.web.Screen;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Alarms as one reader may see them: of nothing but concerns that he sees himself, and only where these are enough for a handful.
 */
@Component
class HotTopics {

    /** @param weeks how many of them came in each week, the oldest first */
    record Shown(
            long id,
            String mine,
            List<SeenEvidence.Seen> evidence,
            List<String> words,
            List<Integer> weeks,
            Optional<Why> dismissal) {

        public long units() {
            return evidence.stream().map(SeenEvidence.Seen::unit).distinct().count();
        }

        /** Of the bar of a week, out of twenty. */
        public int height(int week) {
            int most =
                    Math.max(1, weeks.stream().mapToInt(Integer::intValue).max().orElse(1));
            return 20 * weeks.get(week) / most;
        }
    }

    record Why(LocalDate on, String by, String because) {}

    private static final Duration SHOWN = Duration.ofDays(90);
    private static final int WEEKS = 8;
    private static final int LONGEST_REASON = 500;

    private final RaisedAlarms alarms;
    private final SeenEvidence evidence;
    private final Directory directory;
    private final Clock clock;

    HotTopics(RaisedAlarms alarms, SeenEvidence evidence, Directory directory, Clock clock) {
        this.alarms = alarms;
        this.evidence = evidence;
        this.directory = directory;
        this.clock = clock;
    }

    static boolean isFor(Actor actor) {
        return actor instanceof Actor.Member
                && Stream.of(Role.DESK_OFFICER, Role.UNIT_LEADER, Role.SUPERVISOR)
                        .anyMatch(actor::is);
    }

    /** NotFound for whoever keeps no desk, leads and supervises nothing. */
    @Transactional(readOnly = true)
    public List<Shown> shown(Actor actor) {
        if (!(actor instanceof Actor.Member member) || !isFor(actor)) {
            throw new Refusal.NotFound();
        }
        var kept = alarms.since(clock.instant().minus(SHOWN));
        var seen = evidence.of(kept.stream().map(RaisedAlarms.Kept::id).toList(), member).stream()
                .collect(Collectors.groupingBy(SeenEvidence.Seen::alarm));
        return kept.stream()
                .filter(alarm -> seen.getOrDefault(alarm.id(), List.of()).size() >= Listening.SMALLEST)
                .map(alarm -> shown(alarm, seen.getOrDefault(alarm.id(), List.of())))
                .toList();
    }

    /** There is no common cause, because … */
    @Transactional
    public void dismiss(long alarm, String because, Actor actor) {
        if (shown(actor).stream().noneMatch(one -> one.id() == alarm)) {
            throw new Refusal.NotFound();
        }
        var reason = PlainText.block(because);
        if (reason.isBlank() || PlainText.lengthOf(reason) > LONGEST_REASON) {
            throw new Refusal.Violation("because", "topic-reason-needed");
        }
        alarms.dismiss(alarm, ((Actor.Member) actor).person(), reason, clock.instant());
    }

    private Shown shown(RaisedAlarms.Kept alarm, List<SeenEvidence.Seen> seen) {
        return new Shown(
                alarm.id(),
                directory.unit(new UnitId(alarm.mine())).name(),
                seen,
                CommonWords.of(seen.stream()
                        .map(one -> one.title() + "\n" + one.words())
                        .toList()),
                weeks(seen),
                alarm.dismissal()
                        .map(one -> new Why(
                                one.at().atZone(Screen.ZONE).toLocalDate(),
                                directory.person(one.by()).name(),
                                one.because())));
    }

    private List<Integer> weeks(List<SeenEvidence.Seen> seen) {
        var monday = clock.instant()
                .atZone(Screen.ZONE)
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return IntStream.range(0, WEEKS)
                .map(at -> WEEKS - 1 - at)
                .mapToObj(back -> (int) seen.stream()
                        .filter(one -> ChronoUnit.WEEKS.between(
                                        one.filedAt()
                                                .atZone(Screen.ZONE)
                                                .toLocalDate()
                                                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                                        monday)
                                == back)
                        .count())
                .toList();
    }
}
