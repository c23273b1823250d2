package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who may say of somebody that he is away: who leads his unit or one above it, and the desk there. */
@Component
class AbsenceKeepers {

    private final Scope scope;

    AbsenceKeepers(Scope scope) {
        this.scope = scope;
    }

    void require(PersonId person, Actor by) {
        if (!keeps(person, by)) {
            throw new Refusal.NotFound();
        }
    }

    boolean keeps(PersonId person, Actor by) {
        return by instanceof Actor.Clockwork || scope.sees(units(by), person);
    }

    /** For anybody else the page is not there. */
    static void requireKeeper(Actor by) {
        if (!isKeeper(by)) {
            throw new Refusal.NotFound();
        }
    }

    static boolean isKeeper(Actor by) {
        return units(by).length > 0;
    }

    static Long[] units(Actor by) {
        return Stream.of(Role.UNIT_LEADER, Role.DESK_OFFICER)
                .flatMap(role -> by.unitsAs(role).stream())
                .map(UnitId::value)
                .distinct()
                .sorted()
                .toArray(Long[]::new);
    }
}
