package cn.lianxin.factor;

import cn.lianxin.identity.Accounts;
import cn.lianxin.identity.FinishingSignIn;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.audit.AuditTrail;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A person sets up his app, changes it, or does without. Whoever finds a page of his open can do none of it: the password
 * is asked each time, and what is in force already as well.
 */
@Component
class Enrolling {

    static final Duration LIFE = Duration.ofMinutes(15);

    private final Authenticators authenticators;
    private final Enrolments enrolments;
    private final RecoveryCodes recoveryCodes;
    private final MandatoryRoles mandatory;
    private final Proving proving;
    private final Factors factors;
    private final FinishingSignIn finishing;
    private final TransactionTemplate transactions;
    private final AuditTrail trail;
    private final Clock clock;

    Enrolling(
            Authenticators authenticators,
            Enrolments enrolments,
            RecoveryCodes recoveryCodes,
            MandatoryRoles mandatory,
            Proving proving,
            Factors factors,
            FinishingSignIn finishing,
            TransactionTemplate transactions,
            AuditTrail trail,
            Clock clock) {
        this.authenticators = authenticators;
        this.enrolments = enrolments;
        this.recoveryCodes = recoveryCodes;
        this.mandatory = mandatory;
        this.proving = proving;
        this.factors = factors;
        this.finishing = finishing;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Makes the secret that is shown next; what was in force before stays so until the new one is confirmed.
     *
     * @param code of the app before or of the paper, where there is one
     * @throws Refusal.Violation as {@link Proving#requireHimself}
     */
    void begin(String password, String code, Actor.Member by) {
        proving.requireHimself(password, code, by);
        enrolments.begin(by.person(), SharedSecret.random(), clock.instant().plus(LIFE));
    }

    Optional<SharedSecret> begun(Actor.Member by) {
        return enrolments.find(by.person(), clock.instant());
    }

    /**
     * The first code of the app brings it into force. Nobody gets in with the same code again, and whoever sits in another
     * session of his has to give one.
     *
     * @return the recovery codes, shown once
     * @throws Refusal.Violation {@code factor-code-wrong}
     * @throws Refusal.Conflict {@code enrolment-late}
     */
    List<RecoveryCode> confirm(String typed, Actor.Member by, HttpServletRequest request) {
        var secret = begun(by).orElseThrow(Enrolling::late);
        var step = TimeCode.stepOf(typed.replaceAll("\\s", ""), secret.bytes(), clock.instant());
        if (step.isEmpty()) {
            throw new Refusal.Violation("code", "factor-code-wrong");
        }
        var codes = RecoveryCode.fresh();
        transactions.executeWithoutResult(_ -> {
            if (!enrolments.end(by.person())) {
                throw late();
            }
            authenticators.put(by.person(), secret, step.getAsLong(), clock.instant());
            recoveryCodes.replace(by.person(), codes);
            finishing.changed(by, true, request);
            trail.record(by, "factor.app-set-up", Accounts.subject(by.person()), "");
        });
        return codes;
    }

    /**
     * New recovery codes in place of the old ones.
     *
     * @return shown once
     * @throws Refusal.Violation as {@link #begin}
     * @throws Refusal.Conflict {@code factor-none}
     */
    List<RecoveryCode> renewCodes(String password, String code, Actor.Member by) {
        requireOne(by);
        proving.requireHimself(password, code, by);
        var codes = RecoveryCode.fresh();
        transactions.executeWithoutResult(_ -> {
            recoveryCodes.replace(by.person(), codes);
            trail.record(by, "factor.recovery-codes-renewed", Accounts.subject(by.person()), "");
        });
        return codes;
    }

    /**
     * From now on the password is enough.
     *
     * @throws Refusal.Violation {@code factor-mandatory}, or as {@link #begin}
     * @throws Refusal.Conflict {@code factor-none}
     */
    void end(String password, String code, Actor.Member by, HttpServletRequest request) {
        requireOne(by);
        if (mandatory.bind(by)) {
            throw new Refusal.Violation("", "factor-mandatory");
        }
        proving.requireHimself(password, code, by);
        transactions.executeWithoutResult(_ -> {
            factors.removeAll(by.person());
            finishing.changed(by, false, request);
            trail.record(by, "factor.switched-off", Accounts.subject(by.person()), "");
        });
    }

    private void requireOne(Actor.Member by) {
        if (!factors.has(by.person())) {
            throw new Refusal.Conflict("factor-none");
        }
    }

    private static Refusal.Conflict late() {
        return new Refusal.Conflict("enrolment-late");
    }
}
