package cn.lianxin.casework;

import cn.lianxin.concern.CaseFile;
import cn.lianxin.concern.Move;
import cn.lianxin.concern.Precedents;
import cn.lianxin.concern.ReceivedConcern;
import cn.lianxin.concern.ReceivingConcerns;
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

    private final ReceivingConcerns receiving;
    private final Matters matters;
    private final Suggesting suggesting;
    private final Responsibility responsibility;
    private final Directory directory;
    private final ObjectProvider<Precedents> precedents;
    private final JdbcClient database;
    private final Clock clock;

    Routing(
            ReceivingConcerns receiving,
            Matters matters,
            Suggesting suggesting,
            Responsibility responsibility,
            Directory directory,
            ObjectProvider<Precedents> precedents,
            JdbcClient database,
            Clock clock) {
        this.receiving = receiving;
        this.matters = matters;
        this.suggesting = suggesting;
        this.responsibility = responsibility;
        this.directory = directory;
        this.precedents = precedents;
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
        var concern = receiving.get(file, actor);
        var units = unitsFor(concern.unit(), concern.desk()).stream()
                .filter(choice -> !receiving.keepsOut(concern, choice.id()))
                .toList();
        var suggestions = suggesting.of(concern, actor).stream()
                .map(one -> new CaseForms.Suggested(
                        one.matter(),
                        leadFor(one.matter().code(), concern).flatMap(lead -> choice(units, lead)),
                        one.percent(),
                        one.because()))
                .toList();
        return new CaseForms(
                units,
                leadFor(file.matter(), concern).filter(lead -> !receiving.keepsOut(concern, lead)),
                suggestions,
                selectable(concern.restricted()),
                dangersIn(file, concern),
                Precedents.Beside.NOTHING,
                file.can(Move.LINK) ? receiving.proposedMain(concern, actor) : Optional.empty());
    }

    /** The same, and the like cases that a page shows to whoever decides. */
    public CaseForms pageFor(CaseFile file, Actor actor) {
        return formsFor(file, actor)
                .beside(precedents.stream()
                        .map(room -> room.beside(file, actor))
                        .findFirst()
                        .orElse(Precedents.Beside.NOTHING));
    }

    private static List<String> dangersIn(CaseFile file, ReceivedConcern concern) {
        return concern.restricted() || file.grade().stricter(Grade.U1) == file.grade()
                ? List.of()
                : Emergencies.signsIn(concern.title() + "。" + concern.words());
    }

    private static Optional<CaseForms.Choice> choice(List<CaseForms.Choice> units, UnitId unit) {
        return units.stream().filter(one -> one.id().equals(unit)).findFirst();
    }

    /** As of the day of filing; where that unit has ended since, as of today. */
    private Optional<UnitId> leadFor(String matter, ReceivedConcern concern) {
        return responsibility
                .leadFor(matter, concern.unit(), LocalDate.ofInstant(concern.filedAt(), TimeLimits.ZONE))
                .filter(directory::stands)
                .or(() -> responsibility.leadFor(
                        matter, concern.unit(), LocalDate.ofInstant(clock.instant(), TimeLimits.ZONE)));
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
