package cn.lianxin.safeguard;

/** What was found in the end. */
public enum EntryFinding {
    STOPPED(EntryKind.TROUBLE),
    NONE_FOUND(EntryKind.TROUBLE),
    EXPLAINED(EntryKind.CHANGE),
    /** Becomes a trouble by itself. */
    NOT_EXPLAINED(EntryKind.CHANGE);

    private final EntryKind of;

    EntryFinding(EntryKind of) {
        this.of = of;
    }

    public EntryKind of() {
        return of;
    }
}
