package cn.lianxin.platform.outbox;

import cn.lianxin.platform.outgoing.Handover;
import java.time.Clock;

/** Writes down that the other side may have it, before it may; not a word is sent by whoever has lost it to another. */
final class Crossing implements Handover {

    /** The lease ran out here, and another courier works at it. */
    static final class TakenOver extends RuntimeException {}

    private final Parcels parcels;
    private final Claimed claimed;
    private final Clock clock;
    private boolean begun;

    Crossing(Parcels parcels, Claimed claimed, Clock clock) {
        this.parcels = parcels;
        this.claimed = claimed;
        this.clock = clock;
    }

    @Override
    public void begins() {
        if (!parcels.handOver(claimed, clock.instant())) {
            throw new TakenOver();
        }
        begun = true;
    }

    boolean begun() {
        return begun;
    }
}
