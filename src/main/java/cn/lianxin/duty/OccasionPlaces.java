package cn.lianxin.duty;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.organization.UnitKind;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where somebody may say that something happened, one step of the tree at a time: a group has too many units for one list. */
@Component
class OccasionPlaces {

    /**
     * What can be chosen at one step.
     *
     * @param above one step up; empty where that is not his any more
     * @param units that can be chosen: the one he stands at, first, and those below it
     * @param deeper those of them that have units of their own
     */
    record Places(UnitCard within, Optional<UnitCard> above, List<UnitCard> units, List<UnitCard> deeper) {}

    private final KeepingDuties keeping;
    private final Directory directory;

    OccasionPlaces(KeepingDuties keeping, Directory directory) {
        this.keeping = keeping;
        this.directory = directory;
    }

    /**
     * Empty for whoever tells of nothing.
     *
     * @param wanted where he stands; the highest of his own where that is not his
     */
    Optional<Places> of(Optional<UnitId> wanted, Actor actor) {
        var own = keeping.reachOf(actor).stream()
                .filter(directory::stands)
                .sorted(Comparator.comparingInt(unit -> directory.upwards(unit).size()))
                .toList();
        return wanted.filter(unit -> keeping.tells(unit, actor) && directory.stands(unit))
                .map(within -> places(within, List.of(), actor))
                .or(() -> own.stream().findFirst().map(within -> places(within, own, actor)));
    }

    private Places places(UnitId within, List<UnitId> own, Actor actor) {
        var here = directory.unit(within);
        var units = new LinkedHashSet<UnitCard>();
        units.add(here);
        own.stream().map(directory::unit).forEach(units::add);
        units.addAll(directory.children(within));
        return new Places(
                here,
                here.parent().filter(above -> keeping.tells(above, actor)).map(directory::unit),
                List.copyOf(units),
                units.stream()
                        .filter(unit -> !unit.equals(here) && hasUnits(unit))
                        .toList());
    }

    private boolean hasUnits(UnitCard unit) {
        return unit.kind() != UnitKind.CREW && !directory.children(unit.id()).isEmpty();
    }
}
