package cn.lianxin.platform.transparency;

import java.util.List;
import java.util.stream.Stream;

/** What a room has published and how it stands at this moment; the log asks, the rooms answer out of their tables. */
public interface Publications {

    String kind();

    /** Whether a stranger may read it, or only whoever signs in. */
    boolean openToAll();

    Stream<Publication> now();

    /** Subjects that were published and rightly are no more: what the log holds of them is erased, and an entry says so. */
    default List<String> takenBack() {
        return List.of();
    }
}
