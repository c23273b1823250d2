package cn.lianxin.identity;

/** How an account looks to those who keep it. */
public enum AccountState {
    /** No account yet. */
    NONE,
    /** The password of the slip still waits for the first sign-in. */
    FIRST_PASSWORD,
    IN_USE,
    /** The company says who he is. */
    BY_COMPANY,
    CLOSED;

    static AccountState of(boolean exists, boolean mustChange, boolean closed, boolean byCompany) {
        if (!exists) {
            return NONE;
        }
        if (closed) {
            return CLOSED;
        }
        if (byCompany) {
            return BY_COMPANY;
        }
        return mustChange ? FIRST_PASSWORD : IN_USE;
    }
}
