package cn.lianxin.demo;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.calendar.WorkingCalendar;
import cn.lianxin.spotcheck.Call;
import cn.lianxin.spotcheck.SpotChecks;
import cn.lianxin.verdict.VerdictsToCheck;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who calls, and what workers tell them: mostly what their verdict says, in one unit often that somebody had coached them. */
final class Callers {

    private static final int DAYS_TO_TELL_OF = 120;
    private static final int VISITORS_OWN_DAYS = 12;

    private final SpotChecks checks;
    private final VerdictsToCheck verdicts;
    private final Directory directory;
    private final SetClock time;
    private final Dice dice;
    private final LocalDate today;
    private final List<Actor.Member> callers;
    private final Set<PersonId> stars;
    private final UnitId coaching;

    Callers(
            Company company,
            SpotChecks checks,
            VerdictsToCheck verdicts,
            Directory directory,
            SetClock time,
            Dice dice,
            LocalDate today) {
        this.checks = checks;
        this.verdicts = verdicts;
        this.directory = directory;
        this.time = time;
        this.dice = dice;
        this.today = today;
        var plan = company.plan();
        this.callers = Stream.concat(plan.mines().stream().map(UnitPlan::code), Stream.of("G-C", "G"))
                .map(house -> plan.holders(Role.SUPERVISOR, house).getLast())
                .map(one -> company.member(one.staffNumber()))
                .toList();
        this.stars = plan.stars().stream()
                .map(one -> company.member(one.staffNumber()).person())
                .collect(Collectors.toSet());
        this.coaching = company.unit(plan.mines().getFirst().code() + "-HQ");
    }

    /** During the week of this Monday; what was drawn last waits for whoever tries the product. */
    void callIn(LocalDate monday) {
        if (monday.plusDays(VISITORS_OWN_DAYS).isAfter(today)) {
            return;
        }
        Set<List<Long>> called = new HashSet<>();
        for (var caller : callers) {
            checks.openTo(caller).stream()
                    .filter(call -> called.add(List.of(call.period(), (long) call.place())))
                    .forEach(call -> call(call, caller, monday));
        }
    }

    private void call(Call call, Actor.Member caller, LocalDate monday) {
        time.set(inOfficeHours(monday));
        if (dice.percent(call.attempts() == 0 ? 12 : 40)) {
            checks.notReached(call, caller);
            return;
        }
        var tell = monday.plusDays(DAYS_TO_TELL_OF).isAfter(today)
                && checks.speakerOf(call).filter(stars::contains).isPresent();
        var coached = directory.covers(coaching, call.unit()) && dice.percent(55);
        var said = new Phrases(dice).said(verdicts.of(call.answer()), coached);
        checks.record(call, said, tell, caller);
    }

    private Instant inOfficeHours(LocalDate monday) {
        return monday.plusDays(dice.between(0, 4))
                .atTime(dice.between(10, 16), dice.between(0, 59))
                .atZone(WorkingCalendar.ZONE)
                .toInstant();
    }
}
