package cn.lianxin.scim;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.util.Collection;

/** The personnel system that asks: it sees its unit and what is below, and its own names for them. */
record Pusher(Actor.Application actor) {

    static Pusher of(Actor actor) {
        if (actor instanceof Actor.Application application && application.is(Role.ADMINISTRATOR)) {
            return new Pusher(application);
        }
        throw new Refusal.NotAllowed("organization-not-yours");
    }

    long application() {
        return actor.id();
    }

    Collection<UnitId> units() {
        return actor.unitsAs(Role.ADMINISTRATOR);
    }

    Long[] unitKeys() {
        return units().stream().map(UnitId::value).toArray(Long[]::new);
    }
}
