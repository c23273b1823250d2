package cn.lianxin.disclosure;

import cn.lianxin.duty.DueDate;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.UnitCard;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The public page of one circle.
 *
 * @param circles all that can be chosen
 * @param waiting what is being written, for those who keep notices
 */
record Front(
        UnitCard circle,
        List<UnitCard> circles,
        List<Owed> overdue,
        List<Owed> falling,
        List<NoticeRow> standing,
        List<NoticeRow> over,
        Map<UnitId, String> units,
        Map<String, String> duties,
        List<NoticeLists.Waiting> waiting,
        boolean writes) {

    /**
     * Something that is to be published.
     *
     * @param unit by the table of responsibility; empty where it has a hole
     * @param leader who answers for the unit, by name
     */
    record Owed(DueDate due, Optional<UnitCard> unit, Optional<String> leader, long daysLate) {}

    String nameOf(UnitId unit) {
        return units.getOrDefault(unit, "");
    }
}
