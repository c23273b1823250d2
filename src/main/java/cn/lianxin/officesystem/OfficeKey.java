package cn.lianxin.officesystem;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.time.Instant;
import java.util.Optional;

/**
 * What an office system signs with. An administrator makes it and a chief editor lets it in, another person: nobody alone can speak in
 * the names of reviewers.
 *
 * @param unit whose articles it speaks of, with what is below
 */
record OfficeKey(
        long id,
        String name,
        UnitId unit,
        String unitName,
        PersonId madeBy,
        String madeByName,
        Instant madeAt,
        Optional<String> letInByName,
        Optional<Instant> letInAt,
        Optional<Instant> revokedAt,
        Optional<Instant> usedAt) {

    enum KeyState {
        /** Made, and not let in yet. */
        WAITING,
        VALID,
        REVOKED
    }

    KeyState state() {
        return revokedAt.isPresent() ? KeyState.REVOKED : letInAt.isPresent() ? KeyState.VALID : KeyState.WAITING;
    }
}
