package cn.lianxin.factor;

import cn.lianxin.identity.FinishingSignIn;
import cn.lianxin.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** No number, no password, nothing to type: the device says who it is, and has made sure that its owner holds it. */
@Component
class SigningInByPasskey {

    private static final String PURPOSE = "sign-in";

    private final Passkeys passkeys;
    private final Challenges challenges;
    private final Ceremony ceremony;
    private final FinishingSignIn finishing;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SigningInByPasskey(
            Passkeys passkeys,
            Challenges challenges,
            Ceremony ceremony,
            FinishingSignIn finishing,
            TransactionTemplate transactions,
            Clock clock) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.ceremony = ceremony;
        this.finishing = finishing;
        this.transactions = transactions;
        this.clock = clock;
    }

    String challenge() {
        return challenges.fresh(PURPOSE);
    }

    /**
     * Opens a session. That the passkey is still there is looked at with the account held still, as for half a sign-in.
     *
     * @return where he goes on
     * @throws Refusal.Violation {@code passkey-unknown}, {@code passkey-late}, {@code passkey-wrong}
     */
    String signIn(Ceremony.Signed signed, String back, HttpServletRequest request, HttpServletResponse response) {
        var site = Site.of(request);
        var passkey = passkeys.find(signed.id())
                .filter(known -> known.site().equals(site.name()))
                .filter(known -> signed.handle().equals(Passkey.handleOf(known.person())))
                .orElseThrow(() -> new Refusal.Violation("", "passkey-unknown"));
        var counter = ceremony.used(passkey, signed, site, PURPOSE);
        return Objects.requireNonNull(transactions.execute(_ -> {
            var onwards = finishing.open(passkey.person(), back, request, response);
            if (passkeys.find(passkey.id()).isEmpty()) {
                throw new Refusal.Violation("", "passkey-unknown");
            }
            passkeys.used(passkey.id(), counter, clock.instant());
            return onwards;
        }));
    }
}
