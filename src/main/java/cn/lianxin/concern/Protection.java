package cn.lianxin.concern;

/**
 * Of which concerns every reading is written down and shown to whoever raised them: where he did not speak under a name
 * for all, or reports wrongdoing.
 */
final class Protection {

    /** The same rule on {@code c}. */
    static final String SQL = "concern.is_protected(c.reporter_mode, c.restricted)";

    private Protection() {}

    static boolean covers(Reporter.Mode mode, boolean restricted) {
        return mode != Reporter.Mode.NAMED || restricted;
    }

    static boolean covers(Filing filing) {
        return covers(filing.reporter().mode(), filing.restricted());
    }
}
