package cn.lianxin.disclosure;

import cn.lianxin.kernel.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A notice with all its versions, the oldest first.
 *
 * @param circle whose people read and object
 * @param unit that publishes it
 * @param period of the duty; empty text where it is of none
 */
record Notice(
        long number,
        UnitId circle,
        UnitId unit,
        String duty,
        String period,
        Optional<Instant> endedAt,
        List<Version> versions) {

    Notice {
        versions = List.copyOf(versions);
    }

    /** The newest that is public; empty before the first. */
    Optional<Version> current() {
        return versions.reversed().stream().filter(Version::isPublic).findFirst();
    }

    /** What is being written. */
    Optional<Version> inWork() {
        return versions.reversed().stream()
                .filter(version -> !version.isPublic())
                .findFirst();
    }

    boolean isWithdrawn() {
        return current()
                .filter(version -> version.kind() == Version.Kind.WITHDRAWAL)
                .isPresent();
    }

    /** Whether what it says stands there for everybody. */
    boolean stands() {
        return current().isPresent() && !isWithdrawn() && endedAt.isEmpty();
    }

    /** Those of which everybody may read what they said: nothing of what is over. */
    List<Version> readable() {
        return endedAt.isPresent() ? List.of() : unclosed();
    }

    /** Those that no later one has closed, for whoever keeps the notice. */
    List<Version> unclosed() {
        var closed = versions.stream()
                .filter(version -> version.isPublic() && version.closesEarlier())
                .mapToInt(Version::place)
                .max()
                .orElse(0);
        return versions.stream()
                .filter(version ->
                        version.isPublic() && version.kind() != Version.Kind.WITHDRAWAL && version.place() >= closed)
                .toList();
    }
}
