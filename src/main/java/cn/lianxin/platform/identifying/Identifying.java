package cn.lianxin.platform.identifying;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds by what somebody is known in a text. What lies within another find is not told twice. */
public final class Identifying {

    private Identifying() {}

    /** In the order in which they stand there; none overlaps another. */
    public static List<Piece> in(String text) {
        var folded = Form.folded(text);
        var digits = folded.inDigits();
        var numbers = Stream.of(Numbers.in(folded), Numbers.in(digits), Places.in(digits), Accounts.in(folded))
                .flatMap(List::stream)
                .toList();
        var close = folded.close();
        var found = new ArrayList<Piece>(numbers);
        found.addAll(Callings.in(close));
        found.addAll(Names.in(close));
        found.addAll(Peoples.in(folded));
        return apart(found);
    }

    /** The longest first; of what overlaps it the rest is dropped. */
    static List<Piece> apart(List<Piece> found) {
        var kept = new ArrayList<Piece>();
        found.stream()
                .sorted(Comparator.comparingInt(Piece::length).reversed())
                .filter(one -> kept.stream().noneMatch(one::overlaps))
                .forEach(kept::add);
        kept.sort(Comparator.comparingInt(Piece::from));
        return List.copyOf(kept);
    }
}
