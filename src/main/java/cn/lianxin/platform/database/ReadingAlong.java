package cn.lianxin.platform.database;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings something that is derived from rows to where the database is. It has read everything that was written before the
 * oldest transaction that was open at the time, and asks for the rest again; what it has read already of the rest it knows.
 * One at a time.
 */
public final class ReadingAlong<T extends Written> {

    /** Where no row was read yet. */
    public static final long NOTHING = -1;

    private static final int AT_ONCE = 500;

    /** The rows, in the order of transaction and number. */
    public interface Rows<T> {

        /** Before which transaction everything that was written can be read, or was given up. */
        long settledUntil();

        List<T> writtenAfter(long transaction, long id, int most);
    }

    /** What becomes of rows that are new, or written anew. */
    @FunctionalInterface
    public interface Taker<T, E extends Exception> {
        void take(List<T> fresh) throws E;
    }

    private final Rows<T> rows;
    private Map<Long, Long> unsettled = new HashMap<>();
    private long settled;

    /** @param settled how far this was read along before, or {@link #NOTHING} */
    public ReadingAlong(Rows<T> rows, long settled) {
        this.rows = rows;
        this.settled = settled;
    }

    /** @return whether there was anything new */
    public <E extends Exception> boolean catchUp(Taker<T, E> taker) throws E {
        var horizon = rows.settledUntil();
        var transaction = settled;
        var id = NOTHING;
        var again = new HashMap<Long, Long>();
        var anything = false;
        for (var read = after(transaction, id); !read.isEmpty(); read = after(transaction, id)) {
            var fresh = read.stream().filter(this::isNew).toList();
            if (!fresh.isEmpty()) {
                anything = true;
                taker.take(fresh);
            }
            for (var one : read) {
                if (one.writtenIn() >= horizon) {
                    again.put(one.id(), one.writtenIn());
                }
            }
            transaction = read.getLast().writtenIn();
            id = read.getLast().id();
        }
        settled = horizon;
        unsettled = again;
        return anything;
    }

    /** Everything before this transaction has been read. */
    public long settled() {
        return settled;
    }

    private List<T> after(long transaction, long id) {
        return rows.writtenAfter(Math.max(0, transaction), id, AT_ONCE);
    }

    private boolean isNew(T row) {
        @Nullable Long known = unsettled.get(row.id());
        return known == null || known != row.writtenIn();
    }
}
