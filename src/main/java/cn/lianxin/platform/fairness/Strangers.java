package cn.lianxin.platform.fairness;

import cn.lianxin.platform.fairness.CountsAs.Cost;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets those in of whom nothing is known, by what they bring: a pass, a proof of work, a ticket, or nothing while it is quiet. */
@Component
public class Strangers {

    static final String PROOF = "Lianxin-Proof";
    static final String PROOF_FIELD = "_proof";
    static final String TURN_FIELD = "_turn";

    private static final String TAKEN = Strangers.class.getName();

    private final Shares shares;
    private final Passes passes;
    private final Tasks tasks;
    private final Turns turns;

    Strangers(Shares shares, Passes passes, Tasks tasks, Turns turns) {
        this.shares = shares;
        this.passes = passes;
        this.tasks = tasks;
        this.turns = turns;
    }

    /**
     * Counts a sign-in from a device that nobody knows. Passwords of one address that were right cost nothing
     * ({@link #signedIn}); where too many were wrong, everybody else there has to work a little for his try.
     */
    public void countSignIn(HttpServletRequest request) {
        var neighbourhood = Neighbourhood.of(request);
        if (shares.take(Share.SIGN_INS, neighbourhood)) {
            request.setAttribute(TAKEN, neighbourhood);
        } else if (!bringsSomething(request, neighbourhood)) {
            throw MustWait.stranger(shares.secondsToWait(Share.SIGN_INS, neighbourhood));
        }
    }

    /** The password was right. */
    public void signedIn(HttpServletRequest request) {
        if (request.getAttribute(TAKEN) instanceof String neighbourhood) {
            request.removeAttribute(TAKEN);
            shares.giveBack(Share.SIGN_INS, neighbourhood);
        }
    }

    void admit(Cost cost, HttpServletRequest request, HttpServletResponse response) {
        var neighbourhood = Neighbourhood.of(request);
        var pass = passes.of(request);
        if (pass.filter(mark -> takesOf(cost, mark)).isPresent()) {
            return;
        }
        var share = cost == Cost.READING ? Share.STRANGERS_READING : Share.STRANGERS_FREE;
        // A pass that is used up waits for nobody else's share: its holder works for the next.
        if (shares.take(share, neighbourhood)) {
            if (cost != Cost.READING) {
                takesOf(cost, passes.give(request, response));
            }
        } else if (bringsSomething(request, neighbourhood)) {
            takesOf(cost, passes.give(request, response));
        } else {
            throw MustWait.stranger(shares.secondsToWait(share, neighbourhood));
        }
    }

    /** Whether somebody from there will soon be asked for work, so that his device may begin. */
    boolean isBusy(HttpServletRequest request) {
        return shares.left(Share.STRANGERS_FREE, Neighbourhood.of(request)) < 0.5
                && passes.of(request).isEmpty();
    }

    /** By a proof that a script brings, or with what a page sends again. */
    boolean bringsSomething(HttpServletRequest request, String neighbourhood) {
        return given(request.getHeader(PROOF))
                        .filter(proof -> tasks.isDone(proof, neighbourhood))
                        .isPresent()
                || Kept.isReadable(request)
                        && (given(request.getParameter(PROOF_FIELD))
                                        .filter(proof -> tasks.isDone(proof, neighbourhood))
                                        .isPresent()
                                || given(request.getParameter(TURN_FIELD))
                                        .filter(turn -> turns.hasCome(turn, neighbourhood))
                                        .isPresent());
    }

    private boolean takesOf(Cost cost, String pass) {
        return switch (cost) {
            case READING -> shares.take(Share.PASS_READING, pass);
            case STEP -> shares.take(Share.PASS_WRITING, pass);
            case FILING -> shares.take(Share.PASS_FILING, pass);
            case NOTHING -> true;
        };
    }

    private static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isEmpty());
    }
}
