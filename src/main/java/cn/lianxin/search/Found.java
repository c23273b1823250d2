package cn.lianxin.search;

import cn.lianxin.organization.PersonCard;
import java.util.List;
import java.util.Optional;

/**
 * One page of what was found.
 *
 * @param making the index is made for the first time, and there is nothing to find in yet
 * @param next the place after which the next page begins
 */
record Found(
        boolean making, List<Units.Unit> units, List<PersonCard> people, List<FoundLine> lines, Optional<String> next) {

    static final Found NOTHING = new Found(false, List.of(), List.of(), List.of(), Optional.empty());

    boolean isEmpty() {
        return units.isEmpty() && people.isEmpty() && lines.isEmpty();
    }
}
