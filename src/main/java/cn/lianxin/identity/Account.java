package cn.lianxin.identity;

import cn.lianxin.kernel.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * How a person signs in.
 *
 * @param mustChange the password was given to him by someone and is not yet his own
 * @param failures since he last got in
 * @param byCompany the company says whether it is he; no password of his lies here
 */
record Account(
        PersonId person,
        String passwordHash,
        boolean mustChange,
        int failures,
        Optional<Instant> throttledUntil,
        boolean closed,
        boolean byCompany) {

    boolean isThrottledAt(Instant now) {
        return throttledUntil.map(now::isBefore).orElse(false);
    }

    @Override
    public String toString() {
        return "Account of " + person;
    }
}
