package cn.lianxin.safeguard;

/** How it stands; saying nothing is a state of its own and never {@link #PEACE}. */
public enum CheckInState {
    TO_COME,
    ASKED,
    PEACE,
    TROUBLE,
    NO_ANSWER
}
