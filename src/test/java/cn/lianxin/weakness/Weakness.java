package cn.lianxin.weakness;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That some versions of a library are weak; an advisory that names several runs of versions is several of these.
 *
 * @param introduced the first version that has it, {@code 0} for all before
 * @param fixed the first version without it
 * @param lastAffected the last version with it, where no other is known
 * @param knownOn when it was published, or read of first
 */
record Weakness(
        String ecosystem,
        String name,
        String introduced,
        @Nullable String fixed,
        @Nullable String lastAffected,
        String advisory,
        LocalDate knownOn) {

    String library() {
        return ecosystem + " " + name;
    }

    boolean affects(Part part) {
        if (!part.library().equals(library())) {
            return false;
        }
        var order = Versions.of(ecosystem);
        return (introduced.equals("0") || order.compare(part.version(), introduced) >= 0)
                && (fixed == null || order.compare(part.version(), fixed) < 0)
                && (lastAffected == null || order.compare(part.version(), lastAffected) <= 0);
    }

    String remedy() {
        return fixed == null ? "not mended" : "mended in " + fixed;
    }
}
