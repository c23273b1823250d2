package cn.lianxin.duty;

import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.organization.UnitKind;
import cn.lianxin.platform.calendar.WorkingCalendar;
import cn.lianxin.promise.Responsibility;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What has to be published, and what of it falls due when. Whether it was is known to the room that publishes. */
@Component
public class Duties {

    /** What is late is told for so long. */
    private static final int MONTHS_BACK = 13;

    private final DutyStore store;
    private final Responsibility responsibility;
    private final Directory directory;
    private final WorkingCalendar calendar;

    Duties(DutyStore store, Responsibility responsibility, Directory directory, WorkingCalendar calendar) {
        this.store = store;
        this.responsibility = responsibility;
        this.directory = directory;
        this.calendar = calendar;
    }

    /** The list as it stands on that day. */
    public List<Duty> on(LocalDate day) {
        return store.on(day).stream().filter(duty -> !duty.ended()).toList();
    }

    public Optional<Duty> find(String code, LocalDate day) {
        return on(day).stream().filter(duty -> duty.code().equals(code)).findFirst();
    }

    /** A wording that a publication followed, whatever came after it. */
    public Optional<Duty> wording(String code, int place) {
        return store.wordings(code).stream()
                .map(DutyStore.Change::duty)
                .filter(duty -> duty.place() == place)
                .findFirst();
    }

    /**
     * What fell or falls due in the circle until that day, the earliest first: of what returns, the periods that began when
     * the duty stood already, each by the wording of its last day; of the rest, what somebody said has happened.
     */
    public List<DueDate> falling(UnitId circle, LocalDate today, LocalDate until) {
        var since = today.minusMonths(MONTHS_BACK);
        var all = store.all();
        var dues = new ArrayList<DueDate>();
        for (var wordings : all.values()) {
            var stood = wordings.getFirst().from();
            for (var stretch : wordings.getFirst().rhythm().within(stood.isAfter(since) ? stood : since, until)) {
                dues.add(due(asOf(wordings, stretch.until()), circle, circle, stretch.key(), "", stretch.until()));
            }
        }
        for (var occasion : store.occasions(circle, since)) {
            dues.add(due(occasion, all.getOrDefault(occasion.duty(), List.of())));
        }
        return dues.stream()
                .filter(due -> !due.duty().ended() && !due.dueOn().isAfter(until))
                .sorted(Comparator.comparing(DueDate::dueOn)
                        .thenComparing(due -> due.duty().code()))
                .toList();
    }

    /** What was said to have happened of which this duty wants to be told, anywhere, the newest first. */
    List<DueDate> told(String code, int most) {
        var wordings = store.all().getOrDefault(code, List.of());
        return store.told(code, most).stream()
                .map(occasion -> due(occasion, wordings))
                .toList();
    }

    private static Duty asOf(List<Duty> wordings, LocalDate day) {
        return wordings.reversed().stream()
                .filter(wording -> !wording.from().isAfter(day))
                .findFirst()
                .orElse(wordings.getFirst());
    }

    /** Whether a publication may say that it is of this period. */
    public boolean isPeriod(Duty duty, UnitId circle, String key) {
        if (key.isEmpty()) {
            return true;
        }
        return duty.rhythm().named(key).isPresent()
                || occasion(key, circle)
                        .filter(one -> one.duty().equals(duty.code()))
                        .isPresent();
    }

    /** Where that happened of which is told; the circle itself for what returns. */
    public UnitId placeOf(String key, UnitId circle) {
        return occasion(key, circle).map(DutyStore.Occasion::unit).orElse(circle);
    }

    private Optional<DutyStore.Occasion> occasion(String key, UnitId circle) {
        return key.matches("occasion-[0-9]{1,15}")
                ? store.occasion(Long.parseLong(key.substring("occasion-".length())))
                        .filter(one -> one.circle().equals(circle))
                : Optional.empty();
    }

    /** By the table of responsibility, for what happens in this unit. */
    public Optional<UnitId> unitFor(Duty duty, UnitId unit, LocalDate day) {
        return responsibility.leadFor(duty.matter(), unit, day);
    }

    /** Whose people read and object together: the mine of the unit, or the top where it lies in none. */
    public UnitId circleOf(UnitId unit) {
        var line = directory.upwards(unit);
        return line.stream()
                .filter(above -> directory.unit(above).kind() == UnitKind.MINE)
                .findFirst()
                .orElseGet(line::getLast);
    }

    /** Whether people read and object there together. */
    public boolean isCircle(UnitId unit) {
        return !directory.upwards(unit).isEmpty()
                && directory.stands(unit)
                && circleOf(unit).equals(unit);
    }

    /** Those that a unit publishes for: its mine; outside of the mines all that lie below what it is a part of, and that itself. */
    public List<UnitCard> circlesOf(UnitId unit) {
        var circle = directory.unit(circleOf(unit));
        if (circle.kind() == UnitKind.MINE) {
            return List.of(circle);
        }
        var own = directory.unit(unit);
        var reach = own.kind() == UnitKind.DEPARTMENT ? outOfDepartments(own) : own.id();
        var circles = new ArrayList<UnitCard>();
        directory.mines().stream()
                .filter(mine -> directory.covers(reach, mine.id()))
                .forEach(circles::add);
        circles.add(circle);
        return circles;
    }

    private UnitId outOfDepartments(UnitCard unit) {
        return directory.upwards(unit.id()).stream()
                .filter(above -> directory.unit(above).kind() != UnitKind.DEPARTMENT)
                .findFirst()
                .orElse(unit.id());
    }

    private DueDate due(DutyStore.Occasion occasion, List<Duty> wordings) {
        return due(
                asOf(wordings, occasion.day()),
                occasion.circle(),
                occasion.unit(),
                occasion.key(),
                occasion.what(),
                occasion.day());
    }

    private DueDate due(Duty duty, UnitId circle, UnitId unit, String key, String what, LocalDate over) {
        return new DueDate(duty, circle, unit, key, what, over, duty.dueAfter(over, calendar));
    }
}
