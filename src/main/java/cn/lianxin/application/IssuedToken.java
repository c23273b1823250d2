package cn.lianxin.application;

import cn.lianxin.kernel.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A token as lists show it; what it was is not known any more.
 *
 * @param mark its first characters
 * @param person for whom it acts, empty where it acts for the application itself
 */
record IssuedToken(
        long id,
        String mark,
        long application,
        String applicationName,
        Optional<PersonId> person,
        Set<ApplicationScope> scopes,
        Instant issuedAt,
        Instant expiresAt,
        Optional<Instant> lastUsedAt) {

    IssuedToken {
        scopes = Set.copyOf(scopes);
    }
}
