package cn.lianxin.identity;

/**
 * Passwords that lie with the company and not here. This room asks; where no other answers, nobody signs in by one. An
 * answer may take seconds, so none is asked for inside a transaction.
 */
public interface CompanyPasswords {

    /** What the company says. */
    enum Answer {
        RIGHT,
        WRONG,
        /** It could not be asked. */
        AWAY
    }

    /** Whether this is the password of whoever has this staff number there. */
    Answer ask(String staffNumber, String password);

    /**
     * As much asking as {@link #ask}, for somebody who must not get in: so the clock does not tell whose password lies
     * where. What he typed as his password goes nowhere.
     *
     * @return {@code WRONG} or {@code AWAY}
     */
    Answer askInVain(String typedNumber);
}
