package cn.lianxin.factor;

import cn.lianxin.identity.FinishingSignIn;
import cn.lianxin.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The second half of a sign-in. */
@Component
class GivingCode {

    private final HalfSignIns halves;
    private final Factors factors;
    private final Proving proving;
    private final FinishingSignIn finishing;
    private final TransactionTemplate transactions;
    private final Clock clock;

    GivingCode(
            HalfSignIns halves,
            Factors factors,
            Proving proving,
            FinishingSignIn finishing,
            TransactionTemplate transactions,
            Clock clock) {
        this.halves = halves;
        this.factors = factors;
        this.proving = proving;
        this.finishing = finishing;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What this browser has begun and may still end. */
    Optional<HalfSignIns.HalfSignIn> begun(HttpServletRequest request) {
        return HalfCookie.read(request).flatMap(digest -> halves.find(digest, clock.instant()));
    }

    /** Whether this half can be ended by a code of an app, and whether by one of his devices. */
    boolean byApp(HalfSignIns.HalfSignIn half) {
        return factors.hasApp(half.person());
    }

    boolean byPasskey(HalfSignIns.HalfSignIn half) {
        return factors.hasPasskey(half.person());
    }

    /**
     * Opens the session. The half is ended with the account held still: where a reset was quicker, it is gone.
     *
     * @return where he goes on
     * @throws Refusal.Conflict {@code sign-in-late}
     * @throws Refusal.Violation as {@link Proving#require}
     */
    String give(String typed, String field, HttpServletRequest request, HttpServletResponse response) {
        var half = begun(request).orElseThrow(GivingCode::late);
        proving.require(half.person(), typed, field, request);
        var onwards = transactions.execute(_ -> {
            var next = finishing.open(half.person(), half.back(), request, response);
            if (!halves.end(half.digest())) {
                throw late();
            }
            return next;
        });
        HalfCookie.clear(request, response);
        return Objects.requireNonNull(onwards);
    }

    private static Refusal.Conflict late() {
        return new Refusal.Conflict("sign-in-late");
    }
}
