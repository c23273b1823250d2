package cn.lianxin.release;

/** What became of a request. */
public enum RequestState {
    OPEN,
    AGREED,
    REFUSED,
    /** Nobody decided in time. */
    EXPIRED
}
