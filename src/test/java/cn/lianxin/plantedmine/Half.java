package cn.lianxin.plantedmine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Faults and wordings come in two halves that share nothing: by the one a detector may be made, by the other one it is judged. */
public enum Half {
    DEVELOPMENT,
    JUDGING;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What this half has of lines that both are given: the first, third … or the second, fourth … */
    List<String> of(List<String> lines) {
        var own = new ArrayList<String>();
        for (int at = ordinal(); at < lines.size(); at += values().length) {
            own.add(lines.get(at));
        }
        return List.copyOf(own);
    }
}
