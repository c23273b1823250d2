package cn.lianxin.concern;

/** How a concern was decided, by the latest answer that was given. */
public enum Decision {
    SUPPORTED,
    EXPLAINED,
    NOT_SUPPORTED,
    UNREASONABLE,
    UNVERIFIABLE,
    DECLINED;

    static Decision of(Reply.Outcome outcome, Reply.Finding finding) {
        return switch (finding) {
            case UNREASONABLE -> UNREASONABLE;
            case UNVERIFIABLE -> UNVERIFIABLE;
            case ANSWERED ->
                switch (outcome) {
                    case SUPPORT -> SUPPORTED;
                    case EXPLAIN -> EXPLAINED;
                    case NOT_SUPPORT -> NOT_SUPPORTED;
                };
        };
    }
}
