package cn.lianxin.concern;

/** What the worker wants of us: 咨询、求助、投诉、举报、建议 (北京市接诉即办工作条例 §2). */
public enum ConcernKind {
    CONSULTATION,
    HELP,
    COMPLAINT,
    REPORT,
    SUGGESTION;

    /** What the worker probably wants, by the matter; he can change it. */
    public static ConcernKind usualFor(String matter) {
        return switch (matter) {
            case "M4" -> CONSULTATION;
            case "J6" -> SUGGESTION;
            case "K4", "K5" -> REPORT;
            case "A6", "C5", "C6", "K1", "K3" -> COMPLAINT;
            default -> HELP;
        };
    }

    /** Whether the reply needs the four parts that petition rules ask for (信访工作条例 §32). */
    boolean needsFourParts() {
        return switch (this) {
            case HELP, COMPLAINT, REPORT -> true;
            case CONSULTATION, SUGGESTION -> false;
        };
    }
}
