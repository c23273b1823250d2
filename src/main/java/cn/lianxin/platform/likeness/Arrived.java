package cn.lianxin.platform.likeness;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message that was placed: its grams, of which its vector is made anew as the rarity of grams becomes known. */
final class Arrived {

    final long id;
    final Instant at;
    final Counted heading;
    final Counted whole;
    Vector vector = new Vector(new int[0], new float[0]);

    @Nullable
    Group group;

    @Nullable
    Instant raised;

    Arrived(Message message, Counted heading, Counted whole) {
        this.id = message.id();
        this.at = message.at();
        this.heading = heading;
        this.whole = whole;
    }

    /** The grams of a text in ascending order, with how often each stands there. */
    record Counted(int[] grams, int[] counts) {}
}
