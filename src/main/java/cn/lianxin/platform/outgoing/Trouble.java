package cn.lianxin.platform.outgoing;

/** Why something was not sent, for an administrator; the words are in {@code messages/}. */
public enum Trouble {
    /** The address is written wrongly, or leads where calls are not allowed. */
    NOT_ALLOWED,
    /** No connection, or it broke before anything could have been taken. */
    NOT_REACHED,
    /** The other side answered that it does not take it. */
    REFUSED,
    /** The other side does not know the recipient. */
    NO_SUCH_RECIPIENT,
    /** Everything was handed over, and no answer came. */
    NO_ANSWER,
    /** Something here is not set up as it should be. */
    NOT_SET_UP
}
