package cn.lianxin.report;

import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.UnitCard;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The list of reports and what may be done there.
 *
 * @param units whose reports he keeps; empty for who only reads
 * @param periods that are over, by kind
 */
public record ReportsPage(
        List<Row> rows,
        Map<UnitId, String> names,
        List<UnitCard> units,
        List<Period> periods,
        List<Subscription> subscriptions,
        Optional<ReportKind> kind) {

    /** @param whole whether he reads all of it, and not only the sheet */
    public record Row(Issue issue, boolean whole) {}

    /** Empty for a unit that nobody knows. */
    public String nameOf(UnitId unit) {
        return names.getOrDefault(unit, "");
    }
}
