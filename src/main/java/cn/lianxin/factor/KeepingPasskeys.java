package cn.lianxin.factor;

import cn.lianxin.identity.Accounts;
import cn.lianxin.identity.Device;
import cn.lianxin.identity.FinishingSignIn;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.audit.AuditTrail;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** A person lets his devices sign him in, and takes it back. */
@Component
class KeepingPasskeys {

    /** One for each device is enough for anybody. */
    private static final int MOST = 10;

    private final Passkeys passkeys;
    private final Factors factors;
    private final RecoveryCodes recoveryCodes;
    private final MandatoryRoles mandatory;
    private final Proving proving;
    private final Challenges challenges;
    private final Ceremony ceremony;
    private final FinishingSignIn finishing;
    private final TransactionTemplate transactions;
    private final AuditTrail trail;
    private final Clock clock;

    KeepingPasskeys(
            Passkeys passkeys,
            Factors factors,
            RecoveryCodes recoveryCodes,
            MandatoryRoles mandatory,
            Proving proving,
            Challenges challenges,
            Ceremony ceremony,
            FinishingSignIn finishing,
            TransactionTemplate transactions,
            AuditTrail trail,
            Clock clock) {
        this.passkeys = passkeys;
        this.factors = factors;
        this.recoveryCodes = recoveryCodes;
        this.mandatory = mandatory;
        this.proving = proving;
        this.challenges = challenges;
        this.ceremony = ceremony;
        this.finishing = finishing;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @return the challenge for a new device; that somebody has it shows that he was asked who he is
     * @throws Refusal.Violation {@code passkeys-too-many}, or as {@link Proving#requireHimself}
     */
    String begin(String password, String code, Actor.Member by) {
        if (passkeys.of(by.person()).size() >= MOST) {
            throw new Refusal.Violation("", "passkeys-too-many", MOST);
        }
        proving.requireHimself(password, code, by);
        return challenges.fresh(purpose(by));
    }

    /**
     * The device is in force. Whoever sits in another session of his has to sign in anew.
     *
     * @return recovery codes, shown once, where it is the first thing beside his password; else none
     * @throws Refusal.Violation {@code passkey-late}, {@code passkey-wrong}
     */
    List<RecoveryCode> add(String clientData, String attestation, Actor.Member by, HttpServletRequest request) {
        var site = Site.of(request);
        var made = ceremony.made(clientData, attestation, site, purpose(by));
        var person = by.person();
        var passkey = new Passkey(
                made.id(),
                person,
                site.name(),
                made.credential(),
                made.counter(),
                made.backupEligible(),
                Device.of(request).kind(),
                clock.instant(),
                Optional.empty());
        var codes = factors.has(person) ? List.<RecoveryCode>of() : RecoveryCode.fresh();
        transactions.executeWithoutResult(_ -> {
            if (!passkeys.add(passkey)) {
                throw new Refusal.Violation("", "passkey-wrong");
            }
            if (!codes.isEmpty()) {
                recoveryCodes.replace(person, codes);
            }
            finishing.changed(by, true, request);
            trail.record(by, "factor.passkey-added", Accounts.subject(person), passkey.device() + " " + site.name());
        });
        return codes;
    }

    /**
     * The device signs him in no more.
     *
     * @throws Refusal.NotFound where it is none of his
     * @throws Refusal.Violation {@code factor-mandatory} for the last thing beside his password, where his roles ask for
     *     one; or as {@link Proving#requireHimself}
     */
    void end(String id, String password, String code, Actor.Member by, HttpServletRequest request) {
        var person = by.person();
        if (passkeys.find(id).filter(one -> one.person().equals(person)).isEmpty()) {
            throw new Refusal.NotFound();
        }
        var last = !factors.hasApp(person) && passkeys.of(person).size() == 1;
        if (last && mandatory.bind(by)) {
            throw new Refusal.Violation("", "factor-mandatory");
        }
        proving.requireHimself(password, code, by);
        transactions.executeWithoutResult(_ -> {
            passkeys.remove(id, person);
            if (last) {
                factors.removeAll(person);
            }
            finishing.changed(by, !last, request);
            trail.record(by, "factor.passkey-removed", Accounts.subject(person), "");
        });
    }

    @Transactional(readOnly = true)
    List<Passkey> of(Actor.Member by) {
        return passkeys.of(by.person());
    }

    private static String purpose(Actor.Member by) {
        return "passkey:" + by.person().value();
    }
}
