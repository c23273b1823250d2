package cn.lianxin.factor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a person sees of his second factor.
 *
 * @param since when his app is in force, empty where he has none
 * @param passkeys his devices
 * @param codesLeft recovery codes that he has not used
 * @param mandatory his roles do not open without one
 */
record FactorPage(Optional<Instant> since, List<Passkey> passkeys, int codesLeft, boolean mandatory) {

    boolean hasAny() {
        return since.isPresent() || !passkeys.isEmpty();
    }
}
