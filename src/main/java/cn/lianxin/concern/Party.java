package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * An actor before one concern.
 *
 * @param inPlaceOf whose standing it is, while that person is away
 * @param touched whether he has had a hand in handling it; then he may not review it
 */
public record Party(Actor actor, Set<Standing> standings, boolean touched, Optional<PersonId> inPlaceOf) {

    public Party(Actor actor, Set<Standing> standings, boolean touched) {
        this(actor, standings, touched, Optional.empty());
    }

    public Party {
        standings = Set.copyOf(standings);
    }

    public boolean is(Standing standing) {
        return standings.contains(standing);
    }

    Party without(Standing standing) {
        var others = new HashSet<>(standings);
        others.remove(standing);
        return new Party(actor, others, touched, inPlaceOf);
    }

    boolean isAny(Standing... any) {
        for (var standing : any) {
            if (is(standing)) {
                return true;
            }
        }
        return false;
    }

    /** Refused as {@code not-yours} unless he is one of these. */
    void mustBe(Standing... any) {
        if (!isAny(any)) {
            throw new Refusal.NotAllowed("not-yours");
        }
    }

    /** The person who acts; only moves that need a person of the enterprise ask. */
    PersonId person() {
        if (actor instanceof Actor.Member member) {
            return member.person();
        }
        throw new Refusal.NotAllowed("not-yours");
    }
}
