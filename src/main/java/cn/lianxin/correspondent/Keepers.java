package cn.lianxin.correspondent;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.util.Collection;
import java.util.List;

/** Whoever keeps the books of the correspondents: editors, each for the units of his roles and what is below them. */
final class Keepers {

    private static final List<Role> EDITORS = List.of(Role.EDITOR, Role.SECTION_EDITOR, Role.CHIEF_EDITOR);

    private Keepers() {}

    static boolean keeps(Actor actor) {
        return EDITORS.stream().anyMatch(actor::is);
    }

    /** For everybody else there is nothing. */
    static Actor.Member keeper(Actor actor) {
        if (actor instanceof Actor.Member member && keeps(member)) {
            return member;
        }
        throw new Refusal.NotFound();
    }

    static Actor.Member member(Actor actor) {
        if (actor instanceof Actor.Member member) {
            return member;
        }
        throw new Refusal.NotFound();
    }

    static List<UnitId> units(Actor actor) {
        return EDITORS.stream()
                .flatMap(role -> actor.unitsAs(role).stream())
                .distinct()
                .toList();
    }

    /** Whether one of the units above is one in which he has the last word. */
    static boolean isChief(Actor actor, Collection<UnitId> upwards) {
        return actor.unitsAs(Role.CHIEF_EDITOR).stream().anyMatch(upwards::contains);
    }

    static Long[] ids(Actor actor) {
        return units(actor).stream().map(UnitId::value).toArray(Long[]::new);
    }
}
