package cn.lianxin.platform.outbox;

import cn.lianxin.platform.outgoing.Outcome;
import cn.lianxin.platform.outgoing.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what became of an attempt, and tells the carrier. */
@Component
class Settling {

    private final Parcels parcels;
    private final Clock clock;

    Settling(Parcels parcels, Clock clock) {
        this.parcels = parcels;
        this.clock = clock;
    }

    @Transactional
    void settle(Carrier carrier, Queue queue, Claimed claimed, Outcome outcome) {
        carrier.settled(claimed.parcel(), write(queue, claimed, outcome));
    }

    private Settled write(Queue queue, Claimed claimed, Outcome outcome) {
        var now = clock.instant();
        return switch (outcome) {
            case Outcome.Accepted(var id) -> {
                parcels.sent(claimed, id, now);
                yield Settled.SENT;
            }
            case Outcome.Failed(var trouble, var detail, var asked) ->
                again(queue, claimed, trouble, detail, asked.orElse(Duration.ZERO));
            case Outcome.Impossible(var trouble, var detail) -> {
                parcels.giveUp(claimed, trouble.name(), detail, now);
                yield Settled.GIVEN_UP;
            }
            case Outcome.Unknown(var detail)
            when queue.repeatable() -> again(queue, claimed, Trouble.NO_ANSWER, detail, Duration.ZERO);
            case Outcome.Unknown(var detail) -> {
                parcels.unknown(claimed, Trouble.NO_ANSWER.name(), detail, now);
                yield Settled.UNKNOWN;
            }
        };
    }

    private Settled again(Queue queue, Claimed claimed, Trouble trouble, String detail, Duration asked) {
        var now = clock.instant();
        if (now.isAfter(claimed.parcel().dueAt().plus(queue.patience()))) {
            parcels.giveUp(claimed, trouble.name(), detail, now);
            return Settled.GIVEN_UP;
        }
        var pause =
                new Backoff(ThreadLocalRandom.current()).after(claimed.parcel().attempts());
        parcels.putBack(claimed, trouble.name(), detail, now.plus(asked.compareTo(pause) > 0 ? asked : pause));
        return Settled.POSTPONED;
    }
}
