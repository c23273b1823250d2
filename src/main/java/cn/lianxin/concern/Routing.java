package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.emergency.Emergencies;
import cn.lianxin.promise.Grade;
import cn.lianxin.promise.Matter;
import cn.lianxin.promise.Matters;
import cn.lianxin.promise.Responsibility;
import cn.lianxin.promise.TimeLimits;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the desk may choose from when it routes: the units of the house, and who the table says should lead. */
@Component
public class Routing {

    private final Concerns concerns;
    private final ClosedUnits closed;
    private final Matters matters;
    private final Suggesting suggesting;
    private final Responsibility responsibility;
    private final Directory directory;
    private final ObjectProvider<Precedents> precedents;
    private final JoiningConcerns joining;
    private final JdbcClient database;
    private final Clock clock;

    Routing(
            Concerns concerns,
            ClosedUnits closed,
            Matters matters,
            Suggesting suggesting,
            Responsibility responsibility,
            Directory directory,
            ObjectProvider<Precedents> precedents,
            JoiningConcerns joining,
            JdbcClient database,
            Clock clock) {
        this.concerns = concerns;
        this.closed = closed;
        this.matters = matters;
        this.suggesting = suggesting;
        this.responsibility = responsibility;
        this.directory = directory;
        this.precedents = precedents;
        this.joining = joining;
        this.database = database;
        this.clock = clock;
    }

    /** Empty for an actor who may make no move for which something is to be chosen. */
    public CaseForms formsFor(CaseFile file, Actor actor) {
        var chooses = file.can(Move.ACCEPT)
                || file.can(Move.ASSIGN)
                || file.can(Move.ARBITRATE)
                || file.can(Move.RECLASSIFY)
                || file.can(Move.SPLIT);
        if (!chooses) {
            return CaseForms.none();
        }
        var concern = concerns.get(file.number(), actor).concern();
        var filing = concern.filing();
        var units = unitsFor(filing.unit(), filing.desk()).stream()
                .filter(choice -> !closed.keepOut(concern.id(), choice.id()))
                .toList();
        var suggestions = suggesting.of(filing, file.spoken().text(), actor).stream()
                .map(one -> new CaseForms.Suggested(
                        one.matter(),
                        leadFor(one.matter().code(), filing).flatMap(lead -> choice(units, lead)),
                        one.percent(),
                        one.because()))
                .toList();
        return new CaseForms(
                units,
                leadFor(file.matter(), filing).filter(lead -> !closed.keepOut(concern.id(), lead)),
                suggestions,
                selectable(filing.restricted()),
                dangersIn(file, filing),
                Precedents.Beside.NOTHING,
                file.can(Move.LINK) ? joining.proposedMain(concern.id(), actor) : Optional.empty());
    }

    /** The same, and the like cases that a page shows to whoever decides. */
    public CaseForms pageFor(CaseFile file, Actor actor) {
        return formsFor(file, actor)
                .beside(precedents.stream()
                        .map(room -> room.beside(file, actor))
                        .findFirst()
                        .orElse(Precedents.Beside.NOTHING));
    }

    private static List<String> dangersIn(CaseFile file, Filing filing) {
        return filing.restricted() || file.grade().stricter(Grade.U1) == file.grade()
                ? List.of()
                : Emergencies.signsIn(filing.title() + "。" + filing.words() + "。"
                        + file.spoken().text());
    }

    private static Optional<CaseForms.Choice> choice(List<CaseForms.Choice> units, UnitId unit) {
        return units.stream().filter(one -> one.id().equals(unit)).findFirst();
    }

    /** As of the day of filing; where that unit has ended since, as of today. */
    private Optional<UnitId> leadFor(String matter, Filing filing) {
        return responsibility
                .leadFor(matter, filing.unit(), LocalDate.ofInstant(filing.filedAt(), TimeLimits.ZONE))
                .filter(directory::stands)
                .or(() -> responsibility.leadFor(
                        matter, filing.unit(), LocalDate.ofInstant(clock.instant(), TimeLimits.ZONE)));
    }

    private List<Matter> selectable(boolean restricted) {
        return matters.all().stream()
                .filter(matter -> matter.grade().restricted() == restricted)
                .toList();
    }

    /** Departments and districts of the desk's own unit first, then departments of the units above it. */
    private List<CaseForms.Choice> unitsFor(UnitId unit, UnitId desk) {
        return database.sql("""
                select c.id, case when below.unit is null then up.short_name || ' ' || c.name else c.name end as name
                from organization.unit_card c
                join organization.unit_card up on up.id = c.parent
                left join organization.unit_line below on below.unit = c.id and below.above = :desk
                where c.valid_until is null
                  and c.kind in ('DEPARTMENT', 'DISTRICT', 'CONTRACTOR')
                  and (below.unit is not null
                    or (c.kind = 'DEPARTMENT'
                        and c.parent in (select l.above from organization.unit_line l where l.unit = :unit)))
                order by below.unit is null, c.kind, c.id
                """)
                .param("desk", desk.value())
                .param("unit", unit.value())
                .query((row, _) -> new CaseForms.Choice(new UnitId(row.getLong("id")), row.getString("name")))
                .list();
    }
}
