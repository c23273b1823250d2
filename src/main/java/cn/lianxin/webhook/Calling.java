package cn.lianxin.webhook;

import cn.lianxin.platform.outbox.Carrier;
import cn.lianxin.platform.outbox.Parcel;
import cn.lianxin.platform.outbox.Queue;
import cn.lianxin.platform.outbox.Readiness;
import cn.lianxin.platform.outbox.Settled;
import cn.lianxin.platform.outgoing.Handover;
import cn.lianxin.platform.outgoing.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes the calls. A receiver knows a call again by its {@code webhook-id}, so what may have arrived is sent again. */
@Component
class Calling implements Carrier {

    static final Queue QUEUE = new Queue("webhook", false, true, Duration.ofDays(3), 8);

    /** So long nothing gets through, and the endpoint is switched off. */
    static final Duration LONG = Duration.ofDays(5);

    private final Endpoints endpoints;
    private final SignedCalls calls;
    private final SwitchingOff switchingOff;
    private final Clock clock;

    Calling(Endpoints endpoints, SignedCalls calls, SwitchingOff switchingOff, Clock clock) {
        this.endpoints = endpoints;
        this.calls = calls;
        this.switchingOff = switchingOff;
        this.clock = clock;
    }

    @Override
    public List<Queue> queues() {
        return List.of(QUEUE);
    }

    @Override
    public Readiness readiness(Parcel parcel) {
        return endpoints
                .find(parcel.recipient())
                .filter(endpoint -> endpoint.state() == Endpoint.State.ON)
                .<Readiness>map(_ -> new Readiness.Now())
                .orElseGet(Readiness.NoLonger::new);
    }

    @Override
    public Outcome carry(Parcel parcel, Handover handover) {
        var endpoint = endpoints.find(parcel.recipient()).orElseThrow();
        var outcome =
                calls.call(endpoint, "msg_" + parcel.id(), parcel.contents().getFirst(), handover);
        if (outcome instanceof Outcome.Impossible) {
            switchingOff.switchOff(endpoint);
        }
        return outcome;
    }

    @Override
    public void settled(Parcel parcel, Settled how) {
        switch (how) {
            case SENT -> endpoints.gotThrough(parcel.recipient());
            case POSTPONED, UNKNOWN, GIVEN_UP -> failed(parcel.recipient());
        }
    }

    private void failed(long endpoint) {
        var now = clock.instant();
        if (!endpoints.failed(endpoint, now).plus(LONG).isAfter(now)) {
            endpoints.find(endpoint).ifPresent(switchingOff::switchOff);
        }
    }
}
