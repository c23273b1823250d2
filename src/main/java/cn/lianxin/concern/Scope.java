package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** An actor as the parameters of {@code concern.visible}; every query of this room takes them. */
final class Scope {

    /** The rows that the actor may see, as a table named {@code c}. */
    static final String VISIBLE = "concern.visible(:person, :receipt, :desk, :handle, :lead, :supervise,"
            + " :absent, :ownDesk, :ownHandle, :ownLead, :ownSupervise) c";

    /** Nobody handles what he raised himself: it stands in no list of work. */
    static final String OF_OTHERS = "c.reporter is distinct from :person and c.reporter is distinct from :alias";

    /** Whoever has none, and whoever is looked at only for his roles. */
    static final long NO_ALIAS = 0;

    private Scope() {}

    /** That this column of {@code c} is a unit below one of the units in the parameter. */
    static String below(String column, String units) {
        return "c." + column + " in (select l.unit from organization.unit_line l where l.above = any (" + units + "))";
    }

    /** The same for what is open to the role, and for restricted cases to supervisors in its place. */
    static String belowUnlessRestricted(String column, String units) {
        return "(not c.restricted and " + below(column, units) + " or c.restricted and " + below(column, ":supervise")
                + ")";
    }

    static Map<String, Object> of(Actor actor) {
        var parameters = new HashMap<String, Object>();
        parameters.put(
                "person", actor instanceof Actor.Member member ? member.person().value() : 0L);
        parameters.put("alias", NO_ALIAS);
        parameters.put("mine", mine(actor));
        parameters.put("receipt", actor instanceof Actor.ReceiptHolder holder ? holder.digest() : "");
        parameters.put("desk", units(actor, Role.DESK_OFFICER));
        parameters.put("handle", units(actor, Role.HANDLER));
        parameters.put("lead", units(actor, Role.UNIT_LEADER));
        parameters.put("supervise", units(actor, Role.SUPERVISOR));
        var own = actor instanceof Actor.Member member ? member.onHisOwn() : actor;
        parameters.put("absent", absent(actor));
        parameters.put("ownDesk", units(own, Role.DESK_OFFICER));
        parameters.put("ownHandle", units(own, Role.HANDLER));
        parameters.put("ownLead", units(own, Role.UNIT_LEADER));
        parameters.put("ownSupervise", units(own, Role.SUPERVISOR));
        return parameters;
    }

    /** His own, and those of whom he stands in for. */
    private static Long[] mine(Actor actor) {
        return actor instanceof Actor.Member member
                ? Stream.concat(Stream.of(member.person().value()), Stream.of(absent(member)))
                        .toArray(Long[]::new)
                : new Long[0];
    }

    /** Those for whom he stands in. */
    private static Long[] absent(Actor actor) {
        return actor instanceof Actor.Member member
                ? member.standingIn().stream()
                        .map(standIn -> standIn.person().value())
                        .toArray(Long[]::new)
                : new Long[0];
    }

    private static Long[] units(Actor actor, Role role) {
        return actor.unitsAs(role).stream().map(UnitId::value).toArray(Long[]::new);
    }
}
