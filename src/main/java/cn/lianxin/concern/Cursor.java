package cn.lianxin.concern;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The row after which a page begins: its time in microseconds and its id, as it stands in an address. */
public record Cursor(Instant time, long id) {

    public static final Cursor FIRST = new Cursor(Instant.EPOCH, 0);
    public static final Cursor LAST = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), Long.MAX_VALUE);

    /** What is not a cursor begins at the beginning. */
    public static Optional<Cursor> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        var parts = text.split("_", -1);
        try {
            return parts.length == 2
                    ? Optional.of(new Cursor(ofMicros(Long.parseLong(parts[0])), Long.parseLong(parts[1])))
                            .filter(Cursor::isWithinTime)
                    : Optional.empty();
        } catch (NumberFormatException | DateTimeException broken) {
            return Optional.empty();
        }
    }

    /** No row lies before the first or behind the last, and the database knows no such times. */
    private boolean isWithinTime() {
        return !time.isBefore(FIRST.time()) && !time.isAfter(LAST.time()) && id >= 0;
    }

    private static Instant ofMicros(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    }

    @Override
    public String toString() {
        return time.getEpochSecond() * 1_000_000L + time.getNano() / 1_000 + "_" + id;
    }
}
