package cn.lianxin.concern;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The units that stay out of a concern with whoever is named, and how far up they reach; only added to while the naming
 * stands. The highest unit of all is never closed as a whole, for nobody would be left: there its leaders stay out.
 */
@Component
class ClosedUnits {

    private enum To {
        NOBODY,
        LEADERS,
        EVERYBODY
    }

    private final Directory directory;
    private final JdbcClient database;

    ClosedUnits(Directory directory, JdbcClient database) {
        this.directory = directory;
        this.database = database;
    }

    /** @param levels how many units up from each post of somebody who is named; 0 for himself alone */
    void close(long concern, Subjects about, int levels) {
        for (var person : about.people()) {
            for (var place : placesOf(person)) {
                var line = directory.upwards(place);
                var highest = Math.clamp(levels - 1L, 0, Math.max(0, line.size() - 2));
                close(concern, "person", person.value(), line.get(highest), to(levels, line.size() == 1));
            }
        }
        for (var unit : about.units()) {
            var top = directory.upwards(unit).size() == 1;
            close(concern, "unit", unit.value(), unit, levels == 0 || top ? To.LEADERS : To.EVERYBODY);
        }
    }

    private static To to(int levels, boolean top) {
        if (levels == 0) {
            return To.NOBODY;
        }
        return top ? To.LEADERS : To.EVERYBODY;
    }

    private void close(long concern, String kind, long subject, UnitId unit, To to) {
        database.sql(
                        "insert into concern.closed_unit (named, unit, closed_to) select n.id, :unit, :to from concern.named n"
                                + " where n.concern = :concern and n.live and n." + kind + " = :subject"
                                + " on conflict (named, unit) do update set closed_to = excluded.closed_to"
                                + " where closed_unit.closed_to = 'NOBODY'")
                .param("unit", unit.value())
                .param("to", to.name())
                .param("concern", concern)
                .param("subject", subject)
                .update();
    }

    private List<UnitId> placesOf(PersonId person) {
        return database.sql("select unit from concern.place_of_person where person = :person order by unit")
                .param("person", person.value())
                .query((row, _) -> new UnitId(row.getLong("unit")))
                .list();
    }

    /** Those above all of which its office has to stand. */
    Set<UnitId> of(long concern) {
        return closed(concern, "true");
    }

    /** Whether this unit may neither lead on it nor assist. */
    boolean keepOut(long concern, UnitId unit) {
        var closed = closed(concern, "u.closed_to <> 'NOBODY'");
        return directory.upwards(unit).stream().anyMatch(above -> closed.contains(above) && !isHighest(above));
    }

    /** Where somebody of the highest unit is named, no office stands above him. */
    boolean reachTheTop(long concern) {
        return of(concern).stream().anyMatch(this::isHighest);
    }

    /** The units that stand above all of them, the nearest first. */
    List<UnitId> above(long concern) {
        var closed = of(concern);
        var common = new LinkedHashSet<UnitId>();
        var first = true;
        for (var unit : closed) {
            var line = directory.upwards(unit);
            var strictly = line.subList(1, line.size());
            if (first) {
                common.addAll(strictly);
            } else {
                common.retainAll(new HashSet<>(strictly));
            }
            first = false;
        }
        return List.copyOf(common);
    }

    private boolean isHighest(UnitId unit) {
        return directory.unit(unit).parent().isEmpty();
    }

    private Set<UnitId> closed(long concern, String which) {
        return new LinkedHashSet<>(database.sql("""
                        select distinct u.unit from concern.closed_unit u
                        join concern.named n on n.id = u.named and n.live
                        where n.concern = :concern and\s""" + which + " order by u.unit")
                .param("concern", concern)
                .query((row, _) -> new UnitId(row.getLong("unit")))
                .list());
    }
}
