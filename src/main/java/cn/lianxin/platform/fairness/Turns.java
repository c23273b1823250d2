package cn.lianxin.platform.fairness;

import cn.lianxin.platform.secret.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * For browsers that cannot work for it: a ticket that opens after some seconds. Who asks for ten thousand of them and does
 * not come back takes nobody's turn; who comes and finds no share keeps his ticket.
 */
@Component
class Turns {

    private static final String PURPOSE = "fairness:turn";
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final Duration LIFE = Duration.ofMinutes(30);

    /** @param opensAt from when on it is taken */
    record Turn(String text, Instant opensAt) {

        long seconds() {
            return WAIT.toSeconds();
        }
    }

    private final Shares shares;
    private final Spent spent;
    private final Secrets secrets;
    private final Clock clock;

    Turns(Shares shares, Spent spent, Secrets secrets, Clock clock) {
        this.shares = shares;
        this.spent = spent;
        this.secrets = secrets;
        this.clock = clock;
    }

    Turn fresh(String neighbourhood) {
        var now = clock.instant();
        var opensAt = now.plus(WAIT);
        var ticket = Ticket.until(now.plus(LIFE), neighbourhood, Long.toString(opensAt.getEpochSecond()));
        return new Turn(ticket.lock(secrets, PURPOSE), opensAt);
    }

    boolean hasCome(String text, String neighbourhood) {
        var now = clock.instant();
        return Ticket.read(text, now, secrets, PURPOSE)
                .filter(ticket -> ticket.fields().getFirst().equals(neighbourhood))
                .filter(ticket -> Long.parseLong(ticket.fields().getLast()) <= now.getEpochSecond())
                .filter(ticket -> !spent.isUsed(ticket) && shares.take(Share.STRANGERS_IN_TURN, neighbourhood))
                .filter(spent::use)
                .isPresent();
    }
}
