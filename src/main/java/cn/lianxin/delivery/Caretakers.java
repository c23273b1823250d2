package cn.lianxin.delivery;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.organization.Directory;
import org.springframework.stereotype.Component;

/** A gateway sees the numbers of everybody it serves, so only who administers the topmost unit may set one up. */
@Component
class Caretakers {

    private final Directory directory;

    Caretakers(Directory directory) {
        this.directory = directory;
    }

    boolean has(Actor actor) {
        return actor instanceof Actor.Member member
                && member.unitsAs(Role.ADMINISTRATOR).stream()
                        .anyMatch(unit -> directory.unit(unit).parent().isEmpty());
    }

    void mustHave(Actor actor) {
        if (!has(actor)) {
            throw new Refusal.NotFound();
        }
    }
}
