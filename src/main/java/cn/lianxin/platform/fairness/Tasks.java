package cn.lianxin.platform.fairness;

import cn.lianxin.platform.secret.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gives out work and looks at it. The busier an address, the more work; each counts once, and there alone. */
@Component
class Tasks {

    private static final String PURPOSE = "fairness:task";
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int MOST_BITS_MORE = 4;

    private final FairnessSettings settings;
    private final Shares shares;
    private final Spent spent;
    private final Secrets secrets;
    private final Clock clock;

    Tasks(FairnessSettings settings, Shares shares, Spent spent, Secrets secrets, Clock clock) {
        this.settings = settings;
        this.shares = shares;
        this.spent = spent;
        this.secrets = secrets;
        this.clock = clock;
    }

    Task fresh(String neighbourhood) {
        var pressure = 1 - shares.left(Share.STRANGERS_PROVEN, neighbourhood);
        var bits = settings.bits() + (int) Math.round(MOST_BITS_MORE * pressure);
        var ticket = Ticket.until(clock.instant().plus(LIFE), neighbourhood, Integer.toString(bits));
        return new Task(ticket.lock(secrets, PURPOSE), bits);
    }

    /**
     * Whether this was done here, in time, for the first time, and the address still has a share for it. What finds no share
     * is not used up.
     *
     * @param proof text and number, with a point between them
     */
    boolean isDone(String proof, String neighbourhood) {
        var point = proof.lastIndexOf('.');
        if (point < 0) {
            return false;
        }
        var text = proof.substring(0, point);
        return ticket(text, neighbourhood)
                .filter(ticket -> task(text, ticket).isSolvedBy(proof.substring(point + 1)))
                .filter(ticket -> !spent.isUsed(ticket) && shares.take(Share.STRANGERS_PROVEN, neighbourhood))
                .filter(spent::use)
                .isPresent();
    }

    private Optional<Ticket> ticket(String text, String neighbourhood) {
        return Ticket.read(text, clock.instant(), secrets, PURPOSE)
                .filter(ticket -> ticket.fields().getFirst().equals(neighbourhood));
    }

    private static Task task(String text, Ticket ticket) {
        return new Task(text, Integer.parseInt(ticket.fields().getLast()));
    }
}
