package cn.lianxin.identity;

import cn.lianxin.kernel.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * A person in the lists of those who keep accounts.
 *
 * @param unit its name, empty without one
 * @param throttledUntil after failures to sign in
 */
public record AccountRow(
        PersonId person,
        String staffNumber,
        String name,
        String unit,
        String title,
        boolean left,
        AccountState state,
        Optional<Instant> throttledUntil) {}
