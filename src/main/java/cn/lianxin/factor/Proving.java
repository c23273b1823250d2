package cn.lianxin.factor;

import cn.lianxin.identity.FinishingSignIn;
import cn.lianxin.identity.SigningIn;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.audit.SecurityEvent;
import cn.lianxin.platform.audit.SecurityLog;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks at a code of the app or of the paper. Each counts once. */
@Component
class Proving {

    private static final String SIX_DIGITS = "[0-9]{6}";

    private final Authenticators authenticators;
    private final RecoveryCodes recoveryCodes;
    private final Factors factors;
    private final SigningIn signingIn;
    private final FinishingSignIn finishing;
    private final SecurityLog security;
    private final Clock clock;

    Proving(
            Authenticators authenticators,
            RecoveryCodes recoveryCodes,
            Factors factors,
            SigningIn signingIn,
            FinishingSignIn finishing,
            SecurityLog security,
            Clock clock) {
        this.authenticators = authenticators;
        this.recoveryCodes = recoveryCodes;
        this.factors = factors;
        this.signingIn = signingIn;
        this.finishing = finishing;
        this.security = security;
        this.clock = clock;
    }

    /**
     * Uses up what was typed. A wrong one counts like a wrong password, outside of any transaction that could undo it.
     *
     * @param field in which it was typed
     * @throws Refusal.Violation {@code factor-code-wrong}, {@code factor-code-used}, {@code recovery-code-wrong}, {@code
     *     sign-in-wait}
     */
    void require(PersonId person, String typed, String field) {
        finishing.countTry(person, field);
        look(person, typed, field);
    }

    /** The same for half a sign-in on this device. */
    void require(PersonId person, String typed, String field, HttpServletRequest request) {
        finishing.countTry(person, field, request);
        try {
            look(person, typed, field);
        } catch (Refusal.Violation wrong) {
            security.record(SecurityEvent.Kind.FACTOR_FAILED, Optional.of(person), request);
            throw wrong;
        }
    }

    private void look(PersonId person, String typed, String field) {
        var code = typed.replaceAll("[\\s-]", "");
        if (code.matches(SIX_DIGITS)) {
            useCode(person, code, field);
        } else if (!recoveryCodes.use(person, RecoveryCode.typed(code), clock.instant())) {
            throw new Refusal.Violation(field, code.matches("[0-9]*") ? "factor-code-wrong" : "recovery-code-wrong");
        }
    }

    /**
     * Makes sure that it is he who sits there, by the password and by what is in force beside it.
     *
     * @param code of the app or of the paper, where he has one
     * @throws Refusal.Violation as {@link SigningIn#requirePassword} and {@link #require}
     */
    void requireHimself(String password, String code, Actor.Member by) {
        signingIn.requirePassword(by.person(), password);
        if (factors.has(by.person())) {
            require(by.person(), code, "code");
            finishing.wasRight(by.person());
        }
    }

    private void useCode(PersonId person, String code, String field) {
        var secret = authenticators.secret(person).orElseThrow(() -> new Refusal.Violation(field, "factor-code-wrong"));
        var step = TimeCode.stepOf(code, secret.bytes(), clock.instant());
        if (step.isEmpty()) {
            throw new Refusal.Violation(field, "factor-code-wrong");
        }
        if (!authenticators.use(person, step.getAsLong())) {
            throw new Refusal.Violation(field, "factor-code-used");
        }
    }
}
