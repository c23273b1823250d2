package cn.lianxin.platform.outgoing;

import java.time.Duration;
import java.util.Optional;

/** How one call by HTTP went. */
public sealed interface Exchange {

    /**
     * The other side answered.
     *
     * @param retryAfter the header of this name, empty where there is none
     */
    record Answer(int status, String retryAfter, String body) implements Exchange {

        /** How long the other side asks to be left alone, where it says so in seconds. */
        Optional<Duration> pause(Duration atMost) {
            if (!retryAfter.strip().matches("[0-9]{1,9}")) {
                return Optional.empty();
            }
            var asked = Duration.ofSeconds(Long.parseLong(retryAfter.strip()));
            return Optional.of(asked.compareTo(atMost) < 0 ? asked : atMost);
        }
    }

    /** Nothing of the call can have arrived. */
    record Unreached(Trouble trouble, String detail) implements Exchange {}

    /** The call may have arrived; the answer did not. */
    record Lost(String detail) implements Exchange {}
}
