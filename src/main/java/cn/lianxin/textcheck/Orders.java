package cn.lianxin.textcheck;

import cn.lianxin.platform.text.Grams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is always named in one order. */
final class Orders {

    /** @param rank by its place in the list */
    record Named(String name, String words, int rank) {}

    private final List<List<Named>> orders;
    private final List<Term> terms;

    Orders(List<Term> terms) {
        this.terms = terms;
        this.orders = terms.stream().map(Orders::named).toList();
    }

    private static List<Named> named(Term term) {
        var names = term.words().split("、");
        var named = new ArrayList<Named>();
        for (var place = 0; place < names.length; place++) {
            named.add(new Named(Grams.normal(names[place]), names[place], place));
        }
        return named;
    }

    List<Finding> in(Passage passage) {
        var found = new ArrayList<Finding>();
        for (var at = 0; at < orders.size(); at++) {
            found.addAll(in(passage, orders.get(at), terms.get(at).level()));
        }
        return found;
    }

    /** Rows of them, joined by 、 or 和, that are not in the order of their ranks. */
    static List<Finding> in(Passage passage, List<Named> all, Level level) {
        Map<Integer, Named> places = new TreeMap<>();
        for (var one : all) {
            for (var at = passage.tight.indexOf(one.name); at >= 0; at = passage.tight.indexOf(one.name, at + 1)) {
                places.put(at, one);
            }
        }
        var found = new ArrayList<Finding>();
        var row = new ArrayList<Map.Entry<Integer, Named>>();
        for (var entry : places.entrySet()) {
            if (!row.isEmpty() && !follows(passage.tight, row.getLast(), entry)) {
                judge(passage, row, level, found);
                row.clear();
            }
            row.add(entry);
        }
        judge(passage, row, level, found);
        return found;
    }

    private static boolean follows(String text, Map.Entry<Integer, Named> one, Map.Entry<Integer, Named> next) {
        var end = one.getKey() + one.getValue().name.length();
        return end < next.getKey()
                && Arrays.asList("、", ",", "和", "与", "及").contains(text.substring(end, next.getKey()));
    }

    private static void judge(Passage passage, List<Map.Entry<Integer, Named>> row, Level level, List<Finding> found) {
        var ranks = row.stream().map(entry -> entry.getValue().rank).toList();
        if (ranks.size() < 2 || ranks.stream().sorted().toList().equals(ranks)) {
            return;
        }
        var right = row.stream()
                .map(Map.Entry::getValue)
                .sorted((one, other) -> Integer.compare(one.rank, other.rank))
                .map(Named::words)
                .toList();
        found.add(passage.tightly(
                Flaw.ORDER,
                level,
                row.getFirst().getKey(),
                row.getLast().getKey() + row.getLast().getValue().name.length(),
                String.join("、", right)));
    }
}
