package cn.lianxin.disclosure;

import cn.lianxin.duty.DueDate;
import cn.lianxin.duty.Duties;
import cn.lianxin.duty.Duty;
import cn.lianxin.identity.RoleHolders;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.organization.UnitKind;
import cn.lianxin.platform.calendar.WorkingCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What stands, what falls due and what is owed in one circle; found out at each reading, so that nothing has to tell it. */
@Component
class FrontPages {

    private static final int DAYS_AHEAD = 60;

    private final NoticeLists lists;
    private final Duties duties;
    private final Keepers keepers;
    private final Directory directory;
    private final RoleHolders holders;
    private final Clock clock;

    FrontPages(
            NoticeLists lists, Duties duties, Keepers keepers, Directory directory, RoleHolders holders, Clock clock) {
        this.lists = lists;
        this.duties = duties;
        this.keepers = keepers;
        this.directory = directory;
        this.holders = holders;
        this.clock = clock;
    }

    /** Empty where there is nothing yet that people work in. */
    Optional<Front> of(Optional<UnitId> wanted, boolean chinese, Actor actor) {
        var circles = circles();
        var circle = wanted.or(() -> keepers.workplace(actor).map(duties::circleOf))
                .or(() -> circles.stream().map(UnitCard::id).findFirst());
        if (circle.isEmpty()) {
            return Optional.empty();
        }
        if (!duties.isCircle(circle.get())) {
            throw new Refusal.NotFound();
        }
        return Optional.of(of(circle.get(), circles, chinese, actor));
    }

    List<Front.Owed> owed(UnitId circle) {
        var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        var published = lists.published(circle);
        return duties.falling(circle, today, today.plusDays(DAYS_AHEAD)).stream()
                .filter(due -> !published.contains(due.duty().code() + " " + due.key()))
                .map(due -> owed(due, today))
                .toList();
    }

    private Front of(UnitId circle, List<UnitCard> circles, boolean chinese, Actor actor) {
        var rows = lists.of(directory.upwards(circle));
        var owed = owed(circle);
        var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        var kept = keepers.keptBy(actor);
        return new Front(
                directory.unit(circle),
                circles,
                owed.stream().filter(one -> one.daysLate() > 0).toList(),
                owed.stream().filter(one -> one.daysLate() <= 0).toList(),
                rows.stream().filter(NoticeRow::stands).toList(),
                rows.stream().filter(row -> !row.stands()).toList(),
                directory.unitNames(
                        rows.stream().map(NoticeRow::unit).distinct().toList()),
                duties.on(today).stream()
                        .collect(
                                Collectors.toMap(Duty::code, duty -> duty.name().in(chinese))),
                kept.isEmpty() ? List.of() : lists.waiting(kept),
                keepers.writesAnywhere(actor));
    }

    private Front.Owed owed(DueDate due, LocalDate today) {
        var unit = duties.unitFor(due.duty(), due.unit(), due.over());
        var leader = unit.flatMap(one -> holders.nearest(Role.UNIT_LEADER, one))
                .map(person -> directory.person(person).name());
        return new Front.Owed(
                due,
                directory.unit(due.unit()),
                unit.map(directory::unit),
                leader,
                ChronoUnit.DAYS.between(due.dueOn(), today));
    }

    private List<UnitCard> circles() {
        var mines = directory.mines();
        var circles = new ArrayList<>(mines);
        mines.stream()
                .findFirst()
                .map(mine -> directory.upwards(mine.id()).getLast())
                .map(directory::unit)
                .filter(top -> top.kind() != UnitKind.MINE)
                .ifPresent(circles::add);
        return circles;
    }
}
