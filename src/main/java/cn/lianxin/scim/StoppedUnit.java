package cn.lianxin.scim;

import cn.lianxin.organization.PersonCard;
import cn.lianxin.organization.UnitCard;
import java.util.List;
import java.util.Optional;

/**
 * A unit of which more would leave today than may.
 *
 * @param people when the day began
 * @param left today, by pushes
 * @param permitted how many an administrator let go today
 * @param waiting who was stopped
 */
record StoppedUnit(UnitCard unit, int people, int left, Optional<Integer> permitted, List<PersonCard> waiting) {

    private static final int SHOWN = 50;

    StoppedUnit {
        waiting = List.copyOf(waiting);
    }

    /** All of them. */
    int most() {
        return Math.min(people, left + waiting.size());
    }

    List<PersonCard> shown() {
        return waiting.stream().limit(SHOWN).toList();
    }

    int unshown() {
        return waiting.size() - shown().size();
    }
}
