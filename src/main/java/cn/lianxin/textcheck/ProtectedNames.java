package cn.lianxin.textcheck;

import cn.lianxin.platform.text.Grams;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Names that are written exactly so: what stands there with a character changed, left out or put in is found. */
final class ProtectedNames {

    private static final int SHORTEST = 5;
    /** From here on two slips are still the same name. */
    private static final int LONG = 10;
    /** 应急管理厅 is another office and no slip of 应急管理部. */
    private static final String OTHER_BODIES = "部厅局委办处科室站所院会司";

    private final List<Term> names;

    ProtectedNames(List<Term> names) {
        this.names = names.stream()
                .filter(term -> term.normal().length() >= SHORTEST)
                .toList();
    }

    List<Finding> in(Passage passage) {
        var right = new BitSet(passage.tight.length());
        for (var term : names) {
            mark(passage.tight, term.normal(), right);
            term.exceptions().forEach(exception -> mark(passage.tight, Grams.normal(exception), right));
        }
        var found = new ArrayList<Finding>();
        names.forEach(term -> slips(passage, term, right, found));
        return found;
    }

    private static void mark(String text, String name, BitSet right) {
        for (var at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            right.set(at, at + name.length());
        }
    }

    /** Of two slips one of three pieces stays whole, so only where a piece stands it is looked at closely. */
    private static void slips(Passage passage, Term term, BitSet right, List<Finding> found) {
        var name = term.normal();
        var slips = name.length() >= LONG ? 2 : 1;
        var text = passage.tight;
        for (var piece = 0; piece <= slips; piece++) {
            var from = piece * name.length() / (slips + 1);
            var part = name.substring(from, (piece + 1) * name.length() / (slips + 1));
            for (var at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
                nearest(passage, term, at - from, slips, right, found);
            }
        }
    }

    private static void nearest(Passage passage, Term term, int about, int slips, BitSet right, List<Finding> found) {
        var name = term.normal();
        var text = passage.tight;
        var best = slips + 1;
        var bestFrom = 0;
        var bestTo = 0;
        for (var from = Math.max(0, about - slips); from <= Math.min(text.length() - 1, about + slips); from++) {
            for (var length = name.length() - slips; length <= name.length() + slips; length++) {
                var to = from + length;
                if (to > text.length()
                        || text.charAt(from) != name.charAt(0)
                                && text.charAt(to - 1) != name.charAt(name.length() - 1)) {
                    continue;
                }
                var distance = distance(name, text.substring(from, to));
                if (distance < best && distance > 0 && !isOtherBody(name, text.substring(from, to))) {
                    best = distance;
                    bestFrom = from;
                    bestTo = to;
                }
            }
        }
        if (best <= slips && right.get(bestFrom, bestTo).isEmpty()) {
            var finding = passage.tightly(Flaw.NAME, term.level(), bestFrom, bestTo, term.words());
            if (found.stream().noneMatch(finding::overlaps)) {
                found.add(finding);
            }
        }
    }

    private static boolean isOtherBody(String name, String stands) {
        var last = name.length() - 1;
        var begins = name.substring(0, last);
        return OTHER_BODIES.indexOf(name.charAt(last)) >= 0
                && (begins.startsWith(stands)
                        || stands.startsWith(begins) && stands.charAt(stands.length() - 1) != name.charAt(last));
    }

    static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (var at = 0; at <= other.length(); at++) {
            row[at] = at;
        }
        for (var i = 1; i <= one.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var above = row[j];
                var same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + same);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
