package cn.lianxin.report;

/** What somebody typed to issue a report. */
public record ReportForm(long unit, String period, boolean open, String remarks) {

    static ReportForm empty(long unit) {
        return new ReportForm(unit, "", false, "");
    }
}
