package cn.lianxin.platform.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A stretch of the text that two wrote on from, and what has become of it on both sides. */
record Stretch(String base, String mine, String theirs) {

    /** So near to each other what both changed within a line is at the same place: single characters meet by chance. */
    private static final int NEAR = 3;

    private static final String END = "\n";

    /** SAME also where both did the same. */
    enum Kind {
        SAME,
        MINE,
        THEIRS,
        BOTH
    }

    Kind kind() {
        if (mine.equals(theirs)) {
            return Kind.SAME;
        }
        return theirs.equals(base) ? Kind.MINE : mine.equals(base) ? Kind.THEIRS : Kind.BOTH;
    }

    /** Neither of them touched it. */
    boolean stable() {
        return mine.equals(base) && theirs.equals(base);
    }

    Stretch and(Stretch next) {
        return new Stretch(base + next.base, mine + next.mine, theirs + next.theirs);
    }

    /** Stretches that neither side touched and such that one did, in turn. */
    static List<Stretch> of(List<String> base, List<String> mine, List<String> theirs) {
        var inMine = matches(base, mine);
        var inTheirs = matches(base, theirs);
        var stretches = new ArrayList<Stretch>();
        int from = 0;
        int fromMine = 0;
        int fromTheirs = 0;
        for (int at = 0; at <= base.size(); at++) {
            var end = at == base.size();
            if (!end && (inMine[at] < 0 || inTheirs[at] < 0)) {
                continue;
            }
            var toMine = end ? mine.size() : inMine[at];
            var toTheirs = end ? theirs.size() : inTheirs[at];
            if (from < at || fromMine < toMine || fromTheirs < toTheirs) {
                addChanged(
                        stretches,
                        base.subList(from, at),
                        mine.subList(fromMine, toMine),
                        theirs.subList(fromTheirs, toTheirs));
            }
            if (!end) {
                stretches.add(new Stretch(base.get(at), base.get(at), base.get(at)));
            }
            from = at + 1;
            fromMine = toMine + 1;
            fromTheirs = toTheirs + 1;
        }
        return stretches;
    }

    /** Lines that one side put before or after what the other one changed are no clash. */
    private static void addChanged(List<Stretch> stretches, List<String> base, List<String> mine, List<String> theirs) {
        var whole = new Stretch(joined(base), joined(mine), joined(theirs));
        if (whole.kind() != Kind.BOTH || base.isEmpty() || !base.getFirst().endsWith(END)) {
            stretches.add(whole);
            return;
        }
        var changes = new Stretch(whole.base, whole.base, whole.theirs);
        if (starts(mine, base)) {
            stretches.add(changes);
            stretches.add(new Stretch("", joined(mine.subList(base.size(), mine.size())), ""));
        } else if (ends(mine, base)) {
            stretches.add(new Stretch("", joined(mine.subList(0, mine.size() - base.size())), ""));
            stretches.add(changes);
        } else if (starts(theirs, base)) {
            stretches.add(new Stretch(whole.base, whole.mine, whole.base));
            stretches.add(new Stretch("", "", joined(theirs.subList(base.size(), theirs.size()))));
        } else if (ends(theirs, base)) {
            stretches.add(new Stretch("", "", joined(theirs.subList(0, theirs.size() - base.size()))));
            stretches.add(new Stretch(whole.base, whole.mine, whole.base));
        } else {
            stretches.add(whole);
        }
    }

    private static boolean starts(List<String> whole, List<String> part) {
        return whole.size() > part.size() && whole.subList(0, part.size()).equals(part);
    }

    private static boolean ends(List<String> whole, List<String> part) {
        return whole.size() > part.size()
                && whole.subList(whole.size() - part.size(), whole.size()).equals(part);
    }

    /** What both sides changed with hardly anything between is one stretch. */
    static List<Stretch> apart(List<Stretch> stretches) {
        var apart = new ArrayList<Stretch>();
        for (var stretch : runs(stretches)) {
            if (!stretch.stable()
                    && apart.size() >= 2
                    && meets(apart.get(apart.size() - 2), apart.getLast(), stretch)) {
                var between = apart.removeLast();
                apart.add(apart.removeLast().and(between).and(stretch));
            } else {
                apart.add(stretch);
            }
        }
        return apart;
    }

    private static boolean meets(Stretch before, Stretch between, Stretch after) {
        return between.stable()
                && between.base().length() < NEAR
                && !between.base().contains(END)
                && before.kind() != Kind.SAME
                && after.kind() != Kind.SAME
                && (before.kind() != after.kind() || before.kind() == Kind.BOTH);
    }

    private static List<Stretch> runs(List<Stretch> stretches) {
        var runs = new ArrayList<Stretch>();
        for (var stretch : stretches) {
            if (stretch.stable() && !runs.isEmpty() && runs.getLast().stable()) {
                runs.add(runs.removeLast().and(stretch));
            } else {
                runs.add(stretch);
            }
        }
        return runs;
    }

    /** For each token of the base its place in the other text, or -1. */
    private static int[] matches(List<String> base, List<String> other) {
        var places = new int[base.size()];
        var at = 0;
        var shift = 0;
        for (AbstractDelta<String> delta :
                DiffUtils.diff(base, other, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            for (; at < delta.getSource().getPosition(); at++) {
                places[at] = at + shift;
            }
            Arrays.fill(places, at, at + delta.getSource().size(), -1);
            at += delta.getSource().size();
            shift += delta.getTarget().size() - delta.getSource().size();
        }
        for (; at < places.length; at++) {
            places[at] = at + shift;
        }
        return places;
    }

    private static String joined(List<String> tokens) {
        return String.join("", tokens);
    }
}
