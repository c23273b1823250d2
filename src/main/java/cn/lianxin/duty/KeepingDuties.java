package cn.lianxin.duty;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.calendar.WorkingCalendar;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.platform.transparency.PublicLog;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the list, and says what has happened. What was due before a change stays due as it was. */
@Component
public class KeepingDuties {

    private static final int LONGEST = 300;
    private static final int MOST_DAYS = 366;
    private static final int MOST_YEARS = 3660;
    private static final int MOST_COLUMNS = 20;
    private static final int LONGEST_COLUMN = 20;
    private static final List<Role> TELL = List.of(Role.DESK_OFFICER, Role.UNIT_LEADER, Role.SUPERVISOR);

    /** What somebody typed into the form of one duty. */
    record Typed(
            int days,
            boolean working,
            int staysDays,
            int objectionDays,
            int replyDays,
            boolean acknowledged,
            boolean unreadTold,
            String columns,
            String source,
            boolean ended,
            String reason) {

        static Typed of(Duty duty) {
            var terms = duty.terms();
            return new Typed(
                    terms.days(),
                    terms.working(),
                    terms.staysDays().orElse(0),
                    terms.objectionDays(),
                    terms.replyDays(),
                    terms.acknowledged(),
                    terms.unreadTold(),
                    String.join("、", duty.columns()),
                    duty.source().words().chinese(),
                    duty.ended(),
                    "");
        }
    }

    private final DutyStore store;
    private final Duties duties;
    private final Directory directory;
    private final AuditTrail audit;
    private final PublicLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeepingDuties(
            DutyStore store,
            Duties duties,
            Directory directory,
            AuditTrail audit,
            PublicLog log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.duties = duties;
        this.directory = directory;
        this.audit = audit;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** Who supervises the whole enterprise keeps the list: those who publish do not say what they have to. */
    public boolean keeps(Actor actor) {
        return actor instanceof Actor.Member member
                && member.onHisOwn().unitsAs(Role.SUPERVISOR).stream()
                        .anyMatch(unit -> directory.upwards(unit).size() == 1);
    }

    /** From tomorrow on. Refuses {@code duty-reason}, {@code duty-days}, {@code duty-column-never}, {@code duty-columns}, {@code words-too-long}, and as a conflict {@code duty-changed-meanwhile}. */
    @Transactional
    void change(String code, int from, Typed typed, Actor.Member by) {
        if (!keeps(by)) {
            throw new Refusal.NotFound();
        }
        var now = store.wordings(code).stream().findFirst().orElseThrow(Refusal.NotFound::new);
        if (now.duty().place() != from) {
            throw new Refusal.Conflict("duty-changed-meanwhile");
        }
        var reason = words("reason", typed.reason());
        if (reason.isEmpty()) {
            throw new Refusal.Violation("reason", "duty-reason");
        }
        var changed = changed(now.duty(), typed);
        if (!store.add(changed, reason, by.person(), clock.instant())) {
            throw new Refusal.Conflict("duty-changed-meanwhile");
        }
        audit.record(by, "duty.changed", "duty:" + code, reason);
        log.enter(DutyPublications.WORDING, "duty:" + code + ":" + changed.place());
        events.publishEvent(new DutyChanged(changed, reason, clock.instant()));
    }

    /**
     * Something happened in this unit, of which its circle has to be told. NotFound outside of his own units and for those
     * that have ended; refuses {@code duty-what}, {@code duty-day}, {@code words-too-long}.
     */
    @Transactional
    public long happened(String code, UnitId unit, LocalDate day, String typedWhat, Actor.Member by) {
        if (!tells(unit, by) || !directory.stands(unit)) {
            throw new Refusal.NotFound();
        }
        if (store.wordings(code).stream()
                .limit(1)
                .noneMatch(one ->
                        one.duty().rhythm() == Rhythm.OCCASION && !one.duty().ended())) {
            throw new Refusal.NotFound();
        }
        var what = words("what", typedWhat);
        if (what.isEmpty()) {
            throw new Refusal.Violation("what", "duty-what");
        }
        var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        if (day.isAfter(today) || day.isBefore(today.minusYears(1))) {
            throw new Refusal.Violation("day", "duty-day");
        }
        var id = store.happened(code, duties.circleOf(unit), unit, day, what, by.person(), clock.instant());
        log.enter(DutyPublications.OCCASION, "occasion:" + id);
        audit.record(by, "duty.happened", "duty:" + code, what);
        return id;
    }

    /** The desk, leaders and supervisors of the unit, or of what lies above. */
    public boolean tells(UnitId unit, Actor actor) {
        return reachOf(actor).stream().anyMatch(above -> directory.covers(above, unit));
    }

    /** The units for which he tells, and with each all below it. */
    List<UnitId> reachOf(Actor actor) {
        return actor instanceof Actor.Member member
                ? TELL.stream()
                        .flatMap(role -> member.onHisOwn().unitsAs(role).stream())
                        .distinct()
                        .toList()
                : List.of();
    }

    private Duty changed(Duty now, Typed typed) {
        between("days", typed.days(), 0, MOST_DAYS);
        between("staysDays", typed.staysDays(), 0, MOST_YEARS);
        between("objectionDays", typed.objectionDays(), 0, MOST_DAYS);
        between("replyDays", typed.replyDays(), 1, MOST_DAYS);
        var source = words("source", typed.source());
        var same = source.isEmpty() || source.equals(now.source().words().chinese());
        return new Duty(
                now.code(),
                now.place() + 1,
                LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE).plusDays(1),
                now.name(),
                now.contents(),
                now.matter(),
                now.post(),
                now.rhythm(),
                new Duty.Terms(
                        typed.days(),
                        typed.working(),
                        typed.staysDays() == 0 ? Optional.empty() : Optional.of(typed.staysDays()),
                        typed.objectionDays(),
                        typed.replyDays(),
                        typed.acknowledged(),
                        typed.acknowledged() && typed.unreadTold()),
                columns(typed.columns()),
                same
                        ? now.source()
                        : new Duty.Source(
                                new Duty.Said(source, source),
                                LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE),
                                Checked.OWN),
                typed.ended());
    }

    private static List<String> columns(String typed) {
        var columns = Arrays.stream(typed.split("[\\n,，、;；]"))
                .map(PlainText::line)
                .filter(heading -> !heading.isEmpty())
                .distinct()
                .toList();
        if (columns.size() > MOST_COLUMNS
                || columns.stream().anyMatch(one -> PlainText.lengthOf(one) > LONGEST_COLUMN)) {
            throw new Refusal.Violation("columns", "duty-columns", MOST_COLUMNS, LONGEST_COLUMN);
        }
        columns.stream().filter(NeverPublished::is).findFirst().ifPresent(never -> {
            throw new Refusal.Violation("columns", "duty-column-never", never);
        });
        return columns;
    }

    private static void between(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new Refusal.Violation(field, "duty-days", least, most);
        }
    }

    private static String words(String field, String typed) {
        var words = PlainText.line(typed);
        if (PlainText.lengthOf(words) > LONGEST) {
            throw new Refusal.Violation(field, "words-too-long", LONGEST, PlainText.lengthOf(words));
        }
        return words;
    }
}
