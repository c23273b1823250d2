package cn.lianxin.disclosure;

import cn.lianxin.duty.DueDate;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.UnitCard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

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
     * @param place where it happened; the circle itself for what returns
     * @param unit by the table of responsibility; empty where it has a hole
     * @param leader who answers for the unit, by name
     */
    record Owed(DueDate due, UnitCard place, Optional<UnitCard> unit, Optional<String> leader, long daysLate) {}

    /** By where it happened: the circle itself first. */
    SequencedMap<UnitCard, List<Owed>> byPlace(List<Owed> owed) {
        var places = new LinkedHashMap<UnitCard, List<Owed>>();
        Stream.concat(
                        owed.stream().filter(one -> one.place().equals(circle)),
                        owed.stream().filter(one -> !one.place().equals(circle)))
                .forEach(one -> places.computeIfAbsent(one.place(), _ -> new ArrayList<>())
                        .add(one));
        return places;
    }

    String nameOf(UnitId unit) {
        return units.getOrDefault(unit, "");
    }
}
