package cn.lianxin.platform.outgoing;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** What became of one attempt to hand something to another machine. */
public sealed interface Outcome {

    /**
     * The other side has taken it.
     *
     * @param id by which the other side knows it, empty where it gave none
     */
    record Accepted(String id) implements Outcome {}

    /**
     * The other side has certainly not taken it; another attempt doubles nothing.
     *
     * @param detail a code, such as {@code HTTP 503}, never an address or a text of the other side
     * @param pause how long the other side asks to be left alone
     */
    record Failed(Trouble trouble, String detail, Optional<Duration> pause) implements Outcome {
        public Failed(Trouble trouble, String detail) {
            this(trouble, detail, Optional.empty());
        }
    }

    /** As {@link Failed}, and no attempt will ever succeed. */
    record Impossible(Trouble trouble, String detail) implements Outcome {}

    /** Everything was handed over, and then no answer came: it may have been taken or not. */
    record Unknown(String detail) implements Outcome {}

    /**
     * What an exchange by HTTP means. A gateway that lost its answer (502, 504) may have passed the call on.
     *
     * @param judge of an answer of the class 2xx
     */
    static Outcome of(Exchange exchange, Function<Exchange.Answer, Outcome> judge) {
        return switch (exchange) {
            case Exchange.Unreached(var trouble, var detail) -> new Failed(trouble, detail);
            case Exchange.Lost(var detail) -> new Unknown(detail);
            case Exchange.Answer answer when answer.status() / 100 == 2 -> judge.apply(answer);
            case Exchange.Answer answer
            when answer.status() == 502 || answer.status() == 504 -> new Unknown("HTTP " + answer.status());
            case Exchange.Answer answer ->
                new Failed(Trouble.REFUSED, "HTTP " + answer.status(), answer.pause(Duration.ofDays(1)));
        };
    }
}
