package cn.lianxin.report;

/** How long the time is of which a report tells. */
public enum ReportKind {
    /** From Monday to Sunday. */
    WEEK,
    MONTH,
    /** What 信访工作条例 §41 asks for. */
    YEAR
}
