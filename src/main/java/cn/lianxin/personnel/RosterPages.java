package cn.lianxin.personnel;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.organization.Authority;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.organization.UnitKind;
import cn.lianxin.platform.web.Faults;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What stands on the pages of the roster. */
@Component
class RosterPages {

    private static final int LATEST = 10;
    private static final Set<UnitKind> WITH_A_ROSTER = Set.of(UnitKind.COMPANY, UnitKind.MINE, UnitKind.CONTRACTOR);

    private final Rosters rosters;
    private final AppliedRosters applied;
    private final LeavingLimit limit;
    private final Directory directory;
    private final Authority authority;

    RosterPages(Rosters rosters, AppliedRosters applied, LeavingLimit limit, Directory directory, Authority authority) {
        this.rosters = rosters;
        this.applied = applied;
        this.limit = limit;
        this.directory = directory;
        this.authority = authority;
    }

    ModelAndView home(Typed typed, Faults faults, Actor actor) {
        var latest = applied.latest(actor.unitsAs(Role.ADMINISTRATOR), LATEST);
        return new ModelAndView("personnel/home")
                .addObject("choices", choices(actor))
                .addObject("latest", latest)
                .addObject(
                        "unitNames",
                        directory.unitNames(
                                latest.stream().map(AppliedRoster::unit).collect(Collectors.toSet())))
                .addObject("limit", limit.percent())
                .addObject("typed", typed)
                .addObject("faults", faults);
    }

    /** The units he administers, and below them the companies, mines and contractors: those have personnel offices. */
    private List<UnitCard> choices(Actor actor) {
        var own = actor.unitsAs(Role.ADMINISTRATOR).stream()
                .distinct()
                .map(directory::unit)
                .filter(unit -> directory.stands(unit.id()))
                .toList();
        var reach = authority.reach(actor);
        var ended = directory.endedUnits();
        var below = directory.unitsByCode().values().stream()
                .filter(unit -> WITH_A_ROSTER.contains(unit.kind())
                        && reach.test(unit.id())
                        && !ended.contains(unit.id())
                        && !own.contains(unit))
                .sorted(Comparator.comparing(UnitCard::code));
        return Stream.concat(own.stream(), below).toList();
    }

    ModelAndView look(StagedImport file, Typed typed, Faults faults, Actor actor) {
        var mapping = ColumnMapping.of(file.subject(), file.header(), typed.values());
        var plan = rosters.plan(file, mapping, actor);
        return new ModelAndView("personnel/roster")
                .addObject("ledger", file)
                .addObject("unit", directory.unit(plan.scope().unit()))
                .addObject("mapping", mapping)
                .addObject("plan", plan)
                .addObject("outcome", rosters.rehearse(plan))
                .addObject("limit", limit)
                .addObject("typed", typed)
                .addObject("faults", faults);
    }

    /** What a roster did, for whoever administers its unit. */
    ModelAndView applied(UUID id, Actor actor) {
        var roster = applied.find(id)
                .filter(done -> authority.reach(actor).test(done.unit()))
                .orElseThrow(Refusal.NotFound::new);
        return new ModelAndView("personnel/applied")
                .addObject("roster", roster)
                .addObject("unit", directory.unit(roster.unit()));
    }
}
