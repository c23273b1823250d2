package cn.lianxin.platform.audit;

import java.time.Duration;
import java.time.Instant;

/** By which way of the product something was read. */
public enum Door {
    /** Its own page. */
    PAGE(true, Slot.OPENED),
    /** A photo, a recording or another file of it. */
    FILE(true, Slot.OPENED),
    /** A line in a list of work. */
    LIST(false, Slot.PASSED_BY),
    /** A line among what a search found. */
    SEARCH(false, Slot.PASSED_BY),
    /** A line among the rows behind a figure. */
    FIGURE(false, Slot.PASSED_BY),
    /** A line among the like cases of one that is decided. */
    PRECEDENT(false, Slot.PASSED_BY),
    /** A file that was taken away. */
    EXPORT(true, Slot.OPENED),
    /** The programming interface, all of it. */
    INTERFACE(true, Slot.OPENED),
    /** The programming interface, a line in a list. */
    INTERFACE_LIST(false, Slot.PASSED_BY),
    /** What other systems read by their own standard. */
    OPEN311(true, Slot.OPENED),
    /** Before somebody outside who looks at it again. */
    CHECK(true, Slot.OPENED),
    /** The name behind it, after somebody of another line has agreed. */
    RELEASE(true, Slot.OPENED),
    /** Before somebody outside who looks after whoever raised it. */
    SAFEGUARD(true, Slot.OPENED),
    /** A screen that stands and shows it for as long as it lasts. */
    WALL(true, Slot.PASSED_BY);

    private final boolean whole;
    private final Duration slot;

    Door(boolean whole, Duration slot) {
        this.whole = whole;
        this.slot = slot;
    }

    /** Whether all of it could be read there, and not its line alone. */
    public boolean isWhole() {
        return whole;
    }

    /** Whether it stands on a page before somebody's eyes, and not in a file or an answer for a program. */
    public boolean isPage() {
        return switch (this) {
            case PAGE, LIST, SEARCH, FIGURE, PRECEDENT, CHECK, RELEASE, SAFEGUARD, WALL -> true;
            case FILE, EXPORT, INTERFACE, INTERFACE_LIST, OPEN311 -> false;
        };
    }

    /** Readings of one slot are one: who turns pages to and fro does not bury the others. */
    long slotOf(Instant at) {
        return at.getEpochSecond() / slot.toSeconds();
    }

    private static final class Slot {
        static final Duration OPENED = Duration.ofMinutes(10);
        static final Duration PASSED_BY = Duration.ofHours(1);
    }
}
