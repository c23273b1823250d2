package cn.lianxin.platform.index;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * A text as it is found.
 *
 * @param kind of what it is the text, {@code concern}
 * @param id unique within its kind
 * @param title counts more than the text
 * @param keys any one of them lets somebody come near it; more people than may see it, never fewer
 * @param facts by which it is narrowed, {@code matter:E4}
 * @param at newer ones come first among equals
 */
public record IndexedText(
        String kind,
        long id,
        String title,
        String text,
        Collection<String> keys,
        Collection<String> facts,
        Instant at) {

    public IndexedText {
        keys = List.copyOf(keys);
        facts = List.copyOf(facts);
    }

    /** Nothing is left of it to be found. */
    public boolean isEmpty() {
        return title.isBlank() && text.isBlank();
    }
}
