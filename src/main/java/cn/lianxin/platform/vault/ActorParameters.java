package cn.lianxin.platform.vault;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * An actor as the named parameters of SQL that decides what he may see: {@code person} and {@code alias}, the units of his
 * roles ({@code desk}, {@code handle}, {@code lead}, {@code supervise}), for whom he stands in ({@code absent}), and the units
 * of what he is on his own ({@code ownDesk} and so on).
 */
@Component
public class ActorParameters {

    private final Aliases aliases;

    ActorParameters(Aliases aliases) {
        this.aliases = aliases;
    }

    public Map<String, Object> of(Actor.Member actor) {
        var own = actor.onHisOwn();
        var parameters = new HashMap<String, Object>();
        parameters.put("person", actor.person().value());
        parameters.put("alias", aliases.of(actor.person()));
        parameters.put("desk", units(actor, Role.DESK_OFFICER));
        parameters.put("handle", units(actor, Role.HANDLER));
        parameters.put("lead", units(actor, Role.UNIT_LEADER));
        parameters.put("supervise", units(actor, Role.SUPERVISOR));
        parameters.put(
                "absent",
                actor.standingIn().stream()
                        .map(standIn -> standIn.person().value())
                        .toArray(Long[]::new));
        parameters.put("ownDesk", units(own, Role.DESK_OFFICER));
        parameters.put("ownHandle", units(own, Role.HANDLER));
        parameters.put("ownLead", units(own, Role.UNIT_LEADER));
        parameters.put("ownSupervise", units(own, Role.SUPERVISOR));
        return parameters;
    }

    private static Long[] units(Actor actor, Role role) {
        return actor.unitsAs(role).stream().map(UnitId::value).toArray(Long[]::new);
    }
}
