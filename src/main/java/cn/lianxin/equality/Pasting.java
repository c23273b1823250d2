package cn.lianxin.equality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Finds answers of one unit that are all but the same although what they answer is not: of another matter, and in other words. */
final class Pasting {

    /** Of shorter ones, without what is standard, nothing can be said. */
    static final int SHORTEST = 20;

    static final double SAME = 0.7;
    static final double UNLIKE = 0.1;

    private static final int RUN = 4;
    private static final int PAIR = 2;
    /** At seven tenths in common one in 15,000 escapes. */
    private static final int FIRST = 8;

    private static final int BEGINNING = 60;

    private record Written(Answer answer, String own, Shingles shingles, Shingles asked) {

        static Written of(Answer answer) {
            var own = Shingles.own(answer.answer());
            return new Written(answer, own, Shingles.of(own, RUN), Shingles.of(answer.asked(), PAIR));
        }

        boolean isSameAnswer(Written other) {
            return answer.unit().equals(other.answer.unit()) && shingles.inCommon(other.shingles) >= SAME;
        }

        boolean isUnlike(Written other) {
            return !answer.matter().equals(other.answer.matter()) && asked.inCommon(other.asked) <= UNLIKE;
        }
    }

    private Pasting() {}

    /** In the order of the answers; those that were given most often first. */
    static List<Pasted> among(List<Answer> answers) {
        var written = answers.stream()
                .map(Written::of)
                .filter(one -> one.shingles().size() >= SHORTEST)
                .toList();
        Map<Long, List<Integer>> sharing = new HashMap<>();
        var together = new int[written.size()];
        var pasted = new boolean[written.size()];
        for (int place = 0; place < written.size(); place++) {
            together[place] = place;
            var one = written.get(place);
            for (int other : candidates(one, sharing)) {
                if (one.isSameAnswer(written.get(other)) && one.isUnlike(written.get(other))) {
                    pasted[place] = true;
                    pasted[other] = true;
                    together[root(together, place)] = root(together, other);
                }
            }
            for (long hash : one.shingles().first(FIRST)) {
                sharing.computeIfAbsent(hash, _ -> new ArrayList<>()).add(place);
            }
        }
        Map<Integer, List<Written>> groups = new LinkedHashMap<>();
        for (int place = 0; place < written.size(); place++) {
            if (pasted[place]) {
                groups.computeIfAbsent(root(together, place), _ -> new ArrayList<>())
                        .add(written.get(place));
            }
        }
        return groups.values().stream()
                .sorted((one, other) -> Integer.compare(other.size(), one.size()))
                .map(Pasting::pasted)
                .toList();
    }

    private static TreeSet<Integer> candidates(Written one, Map<Long, List<Integer>> sharing) {
        var candidates = new TreeSet<Integer>();
        for (long hash : one.shingles().first(FIRST)) {
            candidates.addAll(sharing.getOrDefault(hash, List.of()));
        }
        return candidates;
    }

    private static int root(int[] together, int place) {
        int at = place;
        while (together[at] != at) {
            together[at] = together[together[at]];
            at = together[at];
        }
        return at;
    }

    private static Pasted pasted(List<Written> same) {
        var own = same.getFirst().own();
        return new Pasted(
                same.getFirst().answer().unit(),
                own.substring(0, own.offsetByCodePoints(0, Math.min(BEGINNING, own.codePointCount(0, own.length())))),
                same.stream()
                        .map(Written::answer)
                        .map(one -> new Pasted.Case(one.number(), one.matter(), one.title()))
                        .toList());
    }
}
