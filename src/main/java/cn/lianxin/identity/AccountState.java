package cn.lianxin.identity;

/** How an account looks to those who keep it. */
public enum AccountState {
    /** No account yet. */
    NONE,
    /** The password of the slip still waits for the first sign-in. */
    FIRST_PASSWORD,
    IN_USE,
    CLOSED;

    static AccountState of(boolean exists, boolean mustChange, boolean closed) {
        if (!exists) {
            return NONE;
        }
        if (closed) {
            return CLOSED;
        }
        return mustChange ? FIRST_PASSWORD : IN_USE;
    }
}
