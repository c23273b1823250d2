package cn.lianxin.kernel;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Some rows of a list and where the next ones begin. Lists are paged by key, so the oldest page costs what the newest does.
 *
 * @param next cursor of the following rows, empty at the end
 */
public record Page<R>(List<R> rows, Optional<String> next) {

    public Page {
        rows = List.copyOf(rows);
    }

    /** Cuts a page out of one row more than was asked for: the extra row only tells that there are more. */
    public static <R> Page<R> of(List<R> oneMore, int size, Function<R, String> cursor) {
        if (oneMore.size() <= size) {
            return new Page<>(oneMore, Optional.empty());
        }
        var rows = oneMore.subList(0, size);
        return new Page<>(rows, Optional.of(cursor.apply(rows.getLast())));
    }
}
