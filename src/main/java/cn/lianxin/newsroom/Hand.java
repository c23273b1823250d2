package cn.lianxin.newsroom;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whoever does something with one article.
 *
 * @param roles that he holds above its unit
 */
record Hand(PersonId person, String name, Set<Role> roles) {

    static final List<Role> EDITORS = List.of(Role.EDITOR, Role.SECTION_EDITOR, Role.CHIEF_EDITOR);

    Hand {
        roles = Set.copyOf(roles);
    }

    /** @param upwards the unit of the article and all that are above it */
    static Hand of(Actor.Member member, Collection<UnitId> upwards) {
        var roles = EnumSet.noneOf(Role.class);
        EDITORS.stream()
                .filter(role -> member.unitsAs(role).stream().anyMatch(upwards::contains))
                .forEach(roles::add);
        return new Hand(member.person(), member.name(), roles);
    }

    static boolean isEditor(Actor actor) {
        return EDITORS.stream().anyMatch(actor::is);
    }

    /** The units of all his roles in the newsroom. */
    static Long[] units(Actor.Member member) {
        return EDITORS.stream()
                .flatMap(role -> member.unitsAs(role).stream())
                .map(UnitId::value)
                .distinct()
                .toArray(Long[]::new);
    }
}
