package cn.lianxin.concern;

/** What the worker wants of us: 咨询、求助、投诉、举报、建议 (北京市接诉即办工作条例 §2). */
public enum ConcernKind {
    CONSULTATION,
    HELP,
    COMPLAINT,
    REPORT,
    SUGGESTION;

    /** Whether the reply needs the four parts that petition rules ask for (信访工作条例 §32). */
    boolean needsFourParts() {
        return switch (this) {
            case HELP, COMPLAINT, REPORT -> true;
            case CONSULTATION, SUGGESTION -> false;
        };
    }
}
