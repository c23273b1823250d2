package cn.lianxin.platform.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Entries of the head line that belong together.
 *
 * @param folded they stand behind one word, for all of them would not fit
 */
public record HeadLinePart(NavigationGroup group, List<NavigationEntry> entries, boolean folded) {

    private static final int MOST_OF_A_WORKER = 5;
    private static final int MOST_OF_STAFF = 9;

    public HeadLinePart {
        entries = List.copyOf(entries);
    }

    /** The words that stand out beside its entries, which nobody should miss while they are folded. */
    public String badge() {
        return entries.stream()
                .map(NavigationEntry::badge)
                .filter(badge -> !badge.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Folded from the last group on, until the words fit; what is everybody's own and a single entry never are. */
    static List<HeadLinePart> of(List<NavigationEntry> entries) {
        var groups = entries.stream().collect(Collectors.groupingBy(NavigationGroup::of));
        var most = groups.containsKey(NavigationGroup.WORK) || groups.containsKey(NavigationGroup.KEEPING)
                ? MOST_OF_STAFF
                : MOST_OF_A_WORKER;
        Set<NavigationGroup> folded = EnumSet.noneOf(NavigationGroup.class);
        var words = entries.size();
        for (var group : List.of(NavigationGroup.KEEPING, NavigationGroup.FIGURES, NavigationGroup.WORK)) {
            var size = groups.getOrDefault(group, List.of()).size();
            if (words > most && size > 1) {
                folded.add(group);
                words -= size - 1;
            }
        }
        var parts = new ArrayList<HeadLinePart>();
        for (var group : NavigationGroup.values()) {
            if (groups.containsKey(group)) {
                parts.add(new HeadLinePart(group, groups.getOrDefault(group, List.of()), folded.contains(group)));
            }
        }
        return parts;
    }
}
