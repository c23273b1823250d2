package cn.lianxin.newsroom;

import cn.lianxin.kernel.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One text of an article; it never changes.
 *
 * @param round grows when it goes back to its author or a correction begins; passes never count across rounds
 * @param reason why it differs from the one before
 * @param passes its own and those that a change did not void
 */
record Revision(
        long id,
        long article,
        int place,
        int round,
        Content content,
        String digest,
        PersonId writtenBy,
        Instant writtenAt,
        String reason,
        List<Pass> passes) {

    Revision {
        passes = List.copyOf(passes);
    }

    /** @param errors that whoever passed it found and had put right */
    record Pass(int place, PersonId person, String name, int errors, Instant at) {}

    Optional<Pass> passAt(int place) {
        return passes.stream().filter(pass -> pass.place() == place).findFirst();
    }

    boolean passedBy(PersonId person) {
        return passes.stream().anyMatch(pass -> pass.person().equals(person));
    }
}
