package cn.lianxin.foresight;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.organization.UnitKind;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody looks at: the units in which he leads, supervises or keeps the desk, and all below them. */
@Component
class Places {

    private static final List<Role> LOOKS = List.of(Role.UNIT_LEADER, Role.SUPERVISOR, Role.DESK_OFFICER);
    private static final Set<UnitKind> ABOVE_DISTRICTS = EnumSet.of(UnitKind.GROUP, UnitKind.COMPANY, UnitKind.MINE);

    private final Directory directory;
    private final JdbcClient database;

    Places(Directory directory, JdbcClient database) {
        this.directory = directory;
        this.database = database;
    }

    static boolean looks(Actor actor) {
        return LOOKS.stream().anyMatch(actor::is);
    }

    static List<UnitId> heldBy(Actor actor) {
        return LOOKS.stream()
                .flatMap(role -> actor.unitsAs(role).stream())
                .distinct()
                .toList();
    }

    /** His units from the top down; none that lies below another of them. */
    List<UnitCard> roots(Actor actor) {
        var held = heldBy(actor);
        return held.stream()
                .filter(unit -> held.stream().noneMatch(other -> !other.equals(unit) && directory.covers(other, unit)))
                .sorted(Comparator.comparingLong(UnitId::value))
                .map(directory::unit)
                .toList();
    }

    /** NotFound for what does not lie below one of his, and for whoever has none. */
    UnitCard chosen(Optional<UnitId> wanted, Actor actor) {
        var roots = roots(actor);
        return wanted.filter(unit -> roots.stream().anyMatch(root -> directory.covers(root.id(), unit)))
                .map(directory::unit)
                .or(() -> wanted.isPresent() ? Optional.empty() : roots.stream().findFirst())
                .orElseThrow(Refusal.NotFound::new);
    }

    /** Districts and what stands beside them, with what lies in no district; below a district, its parts. */
    List<Place> partsOf(UnitCard unit) {
        var below = ABOVE_DISTRICTS.contains(unit.kind())
                ? districtsBelow(unit.id())
                : directory.children(unit.id()).stream()
                        .map(child -> new Place(child.id(), false))
                        .toList();
        return Stream.concat(below.stream(), Stream.of(new Place(unit.id(), true)))
                .toList();
    }

    private List<Place> districtsBelow(UnitId root) {
        return database.sql("""
                select u.id, u.kind in ('COMPANY', 'MINE') as itself
                from organization.unit_line l
                join organization.unit_card u on u.id = l.unit
                join organization.unit_card above on above.id = u.parent
                where l.above = :root and l.distance > 0 and u.valid_until is null and above.kind in ('GROUP', 'COMPANY', 'MINE')
                  and u.kind <> 'GROUP'
                order by u.code
                """)
                .param("root", root.value())
                .query((row, _) -> new Place(new UnitId(row.getLong("id")), row.getBoolean("itself")))
                .list();
    }

    /** What the map shows: mines where there are some below, else the parts directly below. */
    List<UnitCard> panelsOf(UnitCard unit) {
        var mines = minesOf(unit);
        return !mines.isEmpty()
                        && unit.kind() != UnitKind.MINE
                        && mines.getFirst().parent().isPresent()
                        && directory.covers(unit.id(), mines.getFirst().id())
                ? mines
                : directory.children(unit.id()).stream()
                        .sorted(Comparator.comparing(UnitCard::code))
                        .toList();
    }

    /** The mine in which the unit lies, or those below it. */
    List<UnitCard> minesOf(UnitCard unit) {
        var within = directory.upwards(unit.id()).stream()
                .map(directory::unit)
                .filter(card -> card.kind() == UnitKind.MINE)
                .findFirst();
        return within.map(List::of)
                .orElseGet(() -> directory.mines().stream()
                        .filter(mine -> directory.covers(unit.id(), mine.id()))
                        .toList());
    }
}
