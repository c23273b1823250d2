package cn.lianxin.application;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A program that may come in, as an administrator registered it.
 *
 * @param purpose what it does with what it gets, in words that a worker understands
 * @param unit whose it is: its people may let it act for them, and it acts itself there and below
 * @param owner who answers for it
 * @param ownerLeft that somebody else has to
 * @param scopes the most that any of its tokens opens
 */
record RegisteredApplication(
        long id,
        String name,
        String purpose,
        UnitId unit,
        String unitName,
        PersonId owner,
        String ownerName,
        String ownerNumber,
        boolean ownerLeft,
        Set<ApplicationScope> scopes,
        Instant registeredAt,
        Optional<Instant> retiredAt) {

    RegisteredApplication {
        scopes = Set.copyOf(scopes);
    }
}
