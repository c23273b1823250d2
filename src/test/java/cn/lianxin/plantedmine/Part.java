package cn.lianxin.plantedmine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Faults and wordings come in parts that share nothing. By the first a detector is made; the second judged one, and whoever was judged by it may
 * learn from it afterwards; the third is for a detector that was made with both. Only the names of things and small values are common to all.
 */
public enum Part {
    DEVELOPMENT,
    JUDGING,
    UNSEEN;

    /** The first two parts were cut from common files, line by line. Their mines must stay what they were, for figures of them are published. */
    private static final List<Part> CUT = List.of(DEVELOPMENT, JUDGING);

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where this part's everyday lines are. */
    String file(String what) {
        return CUT.contains(this) ? what + ".txt" : what + "-" + word() + ".txt";
    }

    /** What this part has of the lines of its file: the first, third … or the second, fourth …, or all if the file is its own. */
    List<String> of(List<String> lines) {
        if (!CUT.contains(this)) {
            return List.copyOf(lines);
        }
        var own = new ArrayList<String>();
        for (int at = ordinal(); at < lines.size(); at += CUT.size()) {
            own.add(lines.get(at));
        }
        return List.copyOf(own);
    }
}
