package cn.lianxin.platform.calendar;

import cn.lianxin.platform.web.Faults;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the page of the calendar shows.
 *
 * @param missing the year without a list that promises already reach into
 * @param years the known years, the latest first, each with its holidays
 * @param rosters each with who is on duty in the coming days
 * @param mayKeep whether the reader may change anything
 * @param listFaults of the list that was just refused
 * @param typed what stands in the forms
 */
record CalendarPage(
        Optional<Integer> missing,
        Map<Integer, List<Holiday>> years,
        List<Stoppage> stoppages,
        List<KeptRoster> rosters,
        List<LocalDate> comingDays,
        boolean mayKeep,
        List<ListFault> listFaults,
        Faults faults,
        Map<String, String> typed) {

    String typed(String field) {
        return typed.getOrDefault(field, "");
    }
}
