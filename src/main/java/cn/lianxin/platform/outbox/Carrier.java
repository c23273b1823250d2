package cn.lianxin.platform.outbox;

import cn.lianxin.platform.outgoing.Handover;
import cn.lianxin.platform.outgoing.Outcome;
import java.util.List;

/** Carries the parcels of some queues. Called outside of any transaction, but for {@link #settled}. */
public interface Carrier {

    /** The queues that are open at this moment; what lies in others waits. */
    List<Queue> queues();

    Readiness readiness(Parcel parcel);

    /** @param handover to be told right before the other side may take it */
    Outcome carry(Parcel parcel, Handover handover);

    /** In the transaction in which the end of an attempt is written down. */
    void settled(Parcel parcel, Settled how);
}
