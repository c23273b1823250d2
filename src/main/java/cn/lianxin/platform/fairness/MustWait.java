package cn.lianxin.platform.fairness;

/** The share is used up. What the request would have done was not begun. */
final class MustWait extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean stranger;
    private final long seconds;

    private MustWait(boolean stranger, long seconds) {
        super("share used up", null, false, false);
        this.stranger = stranger;
        this.seconds = seconds;
    }

    /** His own share: it only takes a while. */
    static MustWait own(long seconds) {
        return new MustWait(false, seconds);
    }

    /** The share of the strangers of his address: he can work for it, or wait his turn. */
    static MustWait stranger(long seconds) {
        return new MustWait(true, seconds);
    }

    boolean isStranger() {
        return stranger;
    }

    long seconds() {
        return seconds;
    }
}
