package cn.lianxin.factor;

import cn.lianxin.kernel.PersonId;
import org.springframework.stereotype.Component;

/** What somebody has beside his password; the paper alone is nothing. */
@Component
class Factors {

    private final Authenticators authenticators;
    private final Passkeys passkeys;
    private final RecoveryCodes recoveryCodes;
    private final Enrolments enrolments;

    Factors(Authenticators authenticators, Passkeys passkeys, RecoveryCodes recoveryCodes, Enrolments enrolments) {
        this.authenticators = authenticators;
        this.passkeys = passkeys;
        this.recoveryCodes = recoveryCodes;
        this.enrolments = enrolments;
    }

    boolean hasApp(PersonId person) {
        return authenticators.since(person).isPresent();
    }

    boolean hasPasskey(PersonId person) {
        return !passkeys.of(person).isEmpty();
    }

    boolean has(PersonId person) {
        return hasApp(person) || hasPasskey(person);
    }

    void removeAll(PersonId person) {
        authenticators.remove(person);
        passkeys.removeAll(person);
        recoveryCodes.removeAll(person);
        enrolments.end(person);
    }
}
