package cn.lianxin.topic;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.topic.SeenEvidence.Seen;
import cn.lianxin.topic.ShownAlarm.State;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
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

    private static final Duration SHOWN = Duration.ofDays(90);
    private static final int WEEKS = 8;
    private static final int LONGEST_REASON = 500;

    private final RaisedAlarms alarms;
    private final SeenEvidence evidence;
    private final Directory directory;
    private final AuditTrail trail;
    private final Clock clock;

    HotTopics(RaisedAlarms alarms, SeenEvidence evidence, Directory directory, AuditTrail trail, Clock clock) {
        this.alarms = alarms;
        this.evidence = evidence;
        this.directory = directory;
        this.trail = trail;
        this.clock = clock;
    }

    static boolean isFor(Actor actor) {
        return actor instanceof Actor.Member
                && Stream.of(Role.DESK_OFFICER, Role.UNIT_LEADER, Role.SUPERVISOR)
                        .anyMatch(actor::is);
    }

    /** The newest first; NotFound for whoever keeps no desk, leads and supervises nothing. */
    @Transactional(readOnly = true)
    public List<ShownAlarm> shown(Actor actor) {
        return shown(alarms.since(clock.instant().minus(SHOWN)), actor);
    }

    /** NotFound where he sees too little of it, as where there is none; whoever kept its address finds it for longer. */
    @Transactional(readOnly = true)
    public ShownAlarm one(long alarm, Actor actor) {
        return shown(alarms.find(alarm).stream().toList(), actor).stream()
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
    }

    /** There is no common cause, because … */
    @Transactional
    public void dismiss(long alarm, String because, Actor actor) {
        if (one(alarm, actor).state() != State.OPEN) {
            throw new Refusal.Conflict("topic-judged");
        }
        var reason = PlainText.block(because);
        if (reason.isBlank() || PlainText.lengthOf(reason) > LONGEST_REASON) {
            throw new Refusal.Violation("because", "topic-reason-needed");
        }
        alarms.dismiss(alarm, ((Actor.Member) actor).person(), reason, clock.instant());
        trail.record(actor, "topic.dismissed", "topic:" + alarm, "");
    }

    private List<ShownAlarm> shown(List<RaisedAlarms.Kept> kept, Actor actor) {
        if (!(actor instanceof Actor.Member member) || !isFor(actor)) {
            throw new Refusal.NotFound();
        }
        var seen = evidence.of(kept.stream().map(RaisedAlarms.Kept::id).toList(), member).stream()
                .collect(Collectors.groupingBy(Seen::alarm));
        return kept.stream()
                .filter(alarm -> seen.getOrDefault(alarm.id(), List.of()).size() >= Listening.SMALLEST)
                .map(alarm -> shown(alarm, seen.getOrDefault(alarm.id(), List.of())))
                .sorted(Comparator.comparing(ShownAlarm::since)
                        .thenComparing(ShownAlarm::id)
                        .reversed())
                .toList();
    }

    private ShownAlarm shown(RaisedAlarms.Kept alarm, List<Seen> seen) {
        return new ShownAlarm(
                alarm.id(),
                directory.unit(new UnitId(alarm.mine())).name(),
                seen,
                CommonWords.of(seen.stream()
                        .map(one -> one.title() + "\n" + one.words())
                        .toList()),
                weeks(seen),
                alarm.dismissal()
                        .map(one -> new ShownAlarm.Why(
                                one.at(),
                                day(one.at()),
                                directory.person(one.by()).name(),
                                one.because())));
    }

    private List<Integer> weeks(List<Seen> seen) {
        var monday = monday(clock.instant());
        return IntStream.range(0, WEEKS)
                .map(at -> WEEKS - 1 - at)
                .mapToObj(back -> (int) seen.stream()
                        .filter(one -> ChronoUnit.WEEKS.between(monday(one.filedAt()), monday) == back)
                        .count())
                .toList();
    }

    private static LocalDate monday(Instant at) {
        return day(at).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static LocalDate day(Instant at) {
        return at.atZone(Screen.ZONE).toLocalDate();
    }
}
