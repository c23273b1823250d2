package cn.lianxin.platform.identifying;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whom else a sentence could be about: those of the other sentences, one after another in a far stride. */
final class Others {

    private static final Set<Kind> SAID_OF_ANYBODY = Set.of(Kind.NAME, Kind.NICKNAME, Kind.CREW);
    private static final int STRIDE = 7919;

    private final Map<Kind, List<String>> all = new EnumMap<>(Kind.class);
    private int turn;

    Others(List<Sentence> sentences) {
        sentences.stream()
                .flatMap(one -> one.marks().stream())
                .forEach(mark ->
                        all.computeIfAbsent(mark.kind(), _ -> new ArrayList<>()).add(mark.words()));
    }

    static boolean isSaidOfAnybody(Sentence sentence) {
        return sentence.marks().stream().anyMatch(mark -> SAID_OF_ANYBODY.contains(mark.kind()));
    }

    String insteadOf(Piece mark) {
        if (!SAID_OF_ANYBODY.contains(mark.kind())) {
            return mark.words();
        }
        var same = all.getOrDefault(mark.kind(), List.of(mark.words()));
        turn++;
        return same.get((int) ((long) turn * STRIDE % same.size()));
    }
}
