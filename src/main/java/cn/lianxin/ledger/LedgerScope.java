package cn.lianxin.ledger;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who sees which imported ledger: whoever gave it, and the desks of its unit once it is more than a draft. The shell of the
 * server sees all.
 */
final class LedgerScope {

    static final String VISIBLE = """
            (:shell or i.uploaded_by = :person
                or ((i.uploaded_by is null or i.state <> 'STAGED')
                    and exists (select 1 from organization.unit_line l where l.unit = i.unit and l.above = any (:desk))))""";

    /** What became a report of wrongdoing is for supervisors, and for whoever has had the file in his hands. */
    static final String ROW_VISIBLE = """
            (:shell or not coalesce(f.restricted, false) or i.uploaded_by = :person
                or exists (select 1 from organization.unit_line l where l.unit = i.unit and l.above = any (:supervise)))""";

    private LedgerScope() {}

    /** Ledgers are for desks and administrators; for anybody else there are none. */
    static Map<String, Object> of(Actor actor) {
        var isClerk = actor.is(Role.DESK_OFFICER) || actor.is(Role.ADMINISTRATOR);
        if (!isClerk && !(actor instanceof Actor.Clockwork)) {
            throw new Refusal.NotFound();
        }
        var parameters = new HashMap<String, Object>();
        parameters.put("shell", actor instanceof Actor.Clockwork);
        parameters.put(
                "person", actor instanceof Actor.Member member ? member.person().value() : 0L);
        parameters.put("desk", ids(actor, Role.DESK_OFFICER));
        parameters.put("supervise", ids(actor, Role.SUPERVISOR));
        return parameters;
    }

    /** The units whose ledgers he may bring in, his desks first. */
    static List<UnitId> unitsOf(Actor actor) {
        of(actor);
        var units = new ArrayList<>(actor.unitsAs(Role.DESK_OFFICER));
        units.addAll(actor.unitsAs(Role.ADMINISTRATOR));
        return units.stream().distinct().toList();
    }

    private static Long[] ids(Actor actor, Role role) {
        return actor.unitsAs(role).stream().map(UnitId::value).toArray(Long[]::new);
    }
}
