package cn.lianxin.problem;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.vault.Aliases;
import java.util.Map;
import org.springframework.stereotype.Component;

/** An actor as the parameters of {@code problem.visible}, and of {@code concern.case_seen_by} beneath it. */
@Component
class Sight {

    private static final String PARAMETERS =
            "(:person, :alias, :desk, :handle, :lead, :supervise, :absent, :ownDesk, :ownHandle, :ownLead, :ownSupervise)";

    /** The problems that the actor may see, as a table named {@code p}. */
    static final String PROBLEMS = "problem.visible" + PARAMETERS + " p";

    /** The concerns that he may see and did not raise, as a table named {@code v}. */
    static final String CONCERNS = "concern.case_seen_by" + PARAMETERS + " v";

    /** The same for somebody who is not here, by the roles of his own. */
    static final String CONCERNS_OF_SOMEBODY = """
            concern.case_seen_by(:person, :alias,
                problem.held_by(:person, 'DESK_OFFICER'), problem.held_by(:person, 'HANDLER'),
                problem.held_by(:person, 'UNIT_LEADER'), problem.held_by(:person, 'SUPERVISOR'), cast('{}' as bigint[]),
                cast('{}' as bigint[]), cast('{}' as bigint[]), cast('{}' as bigint[]), cast('{}' as bigint[])) v""";

    private final Aliases aliases;

    Sight(Aliases aliases) {
        this.aliases = aliases;
    }

    Map<String, Object> of(Actor.Member actor) {
        var own = actor.onHisOwn();
        return Map.ofEntries(
                Map.entry("person", actor.person().value()),
                Map.entry("alias", aliases.of(actor.person())),
                Map.entry("desk", units(actor, Role.DESK_OFFICER)),
                Map.entry("handle", units(actor, Role.HANDLER)),
                Map.entry("lead", units(actor, Role.UNIT_LEADER)),
                Map.entry("supervise", units(actor, Role.SUPERVISOR)),
                Map.entry(
                        "absent",
                        actor.standingIn().stream()
                                .map(standIn -> standIn.person().value())
                                .toArray(Long[]::new)),
                Map.entry("ownDesk", units(own, Role.DESK_OFFICER)),
                Map.entry("ownHandle", units(own, Role.HANDLER)),
                Map.entry("ownLead", units(own, Role.UNIT_LEADER)),
                Map.entry("ownSupervise", units(own, Role.SUPERVISOR)));
    }

    private static Long[] units(Actor actor, Role role) {
        return actor.unitsAs(role).stream().map(UnitId::value).toArray(Long[]::new);
    }
}
