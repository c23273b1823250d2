package cn.lianxin.platform.outbox;

import java.time.Instant;

/** Whether a parcel that is due shall go now. */
public sealed interface Readiness {

    record Now() implements Readiness {}

    record Later(Instant at) implements Readiness {}

    /** Nobody wants it any more. */
    record NoLonger() implements Readiness {}
}
