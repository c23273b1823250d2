package cn.lianxin.promise;

import cn.lianxin.platform.web.Faults;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the page of the rules shows.
 *
 * @param preview of the list that was just read; empty where none was
 * @param rosters by name, for the units that work by one
 */
record RulePage(
        RuleBook book,
        LocalDate today,
        List<UnitRosters.Line> unitRosters,
        List<String> rosters,
        Map<String, Matter> matters,
        boolean mayKeep,
        Optional<RuleList> preview,
        Faults faults,
        Map<String, String> typed) {

    String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /** The matter, the area or all of them, in words; empty stands for all. */
    String circle(String matter, boolean chinese) {
        if (matter.length() == 1) {
            return matters.values().stream()
                    .filter(one -> one.area().equals(matter))
                    .findFirst()
                    .map(one -> matter + " " + one.areaName(chinese))
                    .orElse(matter);
        }
        var one = matters.get(matter);
        return one == null ? matter : matter + " " + one.name(chinese);
    }

    List<RuleSwitch> switches() {
        return book.switches().reversed();
    }
}
