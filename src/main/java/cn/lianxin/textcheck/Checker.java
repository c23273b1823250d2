package cn.lianxin.textcheck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that is looked for, over every part of a text. */
final class Checker {

    /** Longer parts are looked at as far as this. */
    private static final int LONGEST = 60_000;

    private final Wordlist list;

    Checker(Wordlist list) {
        this.list = list;
    }

    /** In the order of reading. */
    List<Finding> in(CheckedText text) {
        var all = new ArrayList<Finding>();
        text.parts().forEach((part, words) -> {
            var passage = new Passage(part, words.length() <= LONGEST ? words : words.substring(0, LONGEST));
            var found = new ArrayList<Finding>(list.in(passage));
            found.addAll(Dates.in(passage, text.day()));
            found.addAll(Measures.in(passage));
            found.addAll(Doubled.in(passage));
            found.addAll(Pairs.in(passage));
            found.sort(Comparator.comparingInt(Finding::from).thenComparingInt(Finding::to));
            all.addAll(found);
        });
        return List.copyOf(all);
    }
}
