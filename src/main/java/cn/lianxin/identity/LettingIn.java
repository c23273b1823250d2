package cn.lianxin.identity;

import cn.lianxin.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens a session for whoever has shown who he is, or begins the second step where more is asked of him. */
@Component
class LettingIn {

    private final StoredAccounts accounts;
    private final OpeningSessions sessions;
    private final Optional<SecondStep> secondStep;
    private final TransactionTemplate transactions;
    private final Clock clock;

    LettingIn(
            StoredAccounts accounts,
            OpeningSessions sessions,
            Optional<SecondStep> secondStep,
            TransactionTemplate transactions,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.secondStep = secondStep;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Failures stand until the second step is done: else the password would buy free guesses at the code.
     *
     * @param known as it was when he showed who he is; another password or another keeper of it makes that worth nothing
     * @param strong whether what he has shown counts as more than a password
     * @return where he goes on
     */
    String letIn(Account known, boolean strong, String back, HttpServletRequest request, HttpServletResponse response) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            var now = accounts.lock(known.person())
                    .filter(latest -> !latest.closed() && latest.passwordHash().equals(known.passwordHash()));
            if (now.isEmpty()) {
                throw new Refusal.Violation("", "sign-in-wrong");
            }
            var more = secondStep.filter(step -> !strong && step.isAskedOf(known.person()));
            if (more.isPresent()) {
                return more.get().begin(known.person(), back, request, response);
            }
            accounts.setFailures(known.person(), 0, Optional.empty());
            sessions.open(new Session.Holder.Person(known.person()), strong, clock.instant(), request, response);
            return known.mustChange() ? PasswordController.addressThen(back) : back;
        }));
    }
}
