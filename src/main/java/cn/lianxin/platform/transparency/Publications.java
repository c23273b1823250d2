package cn.lianxin.platform.transparency;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What a room has published and how it stands at this moment; the log asks, the rooms answer out of their tables. */
public interface Publications {

    String kind();

    /** Whether a stranger may read it, or only whoever signs in. */
    boolean openToAll();

    Stream<Publication> now();

    /** Of these subjects alone; of what is not published there is none. */
    default Stream<Publication> find(Collection<String> subjects) {
        return now().filter(one -> subjects.contains(one.subject()));
    }

    default Stream<String> subjects() {
        return now().map(Publication::subject);
    }

    /** Subjects that were published and rightly are no more: what the log holds of them is erased, and an entry says so. */
    default List<String> takenBack() {
        return List.of();
    }

    /** Subjects that came with the product: what a new version of it brings is entered with its first start. */
    default List<String> fromProduct() {
        return List.of();
    }

    /** All of which rows are published, with each of their columns. */
    default List<PublishedTable> tables() {
        return List.of();
    }
}
