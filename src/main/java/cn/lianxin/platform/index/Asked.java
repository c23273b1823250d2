package cn.lianxin.platform.index;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What is looked for.
 *
 * @param keys one of them has to be on the text; empty where nobody asks but the product itself
 * @param facts of each of these collections one has to be on the text
 * @param newest whether the newest come first within a tier, and not the best
 */
public record Asked(
        SoughtWords words,
        Optional<Collection<String>> keys,
        List<? extends Collection<String>> facts,
        Optional<Instant> from,
        Optional<Instant> until,
        boolean newest) {

    public Asked {
        facts = List.copyOf(facts);
    }

    /** Everything there is, the best first. */
    public static Asked everywhere(SoughtWords words) {
        return new Asked(words, Optional.empty(), List.of(), Optional.empty(), Optional.empty(), false);
    }
}
