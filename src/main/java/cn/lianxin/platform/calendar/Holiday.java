package cn.lianxin.platform.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/** One holiday of a year as people read it: from when to when, and which weekend days are worked for it. */
record Holiday(String name, LocalDate first, LocalDate last, int length, List<LocalDate> makeUpDays) {

    static List<Holiday> of(Collection<AnnouncedDay> year) {
        var byName = new LinkedHashMap<String, List<AnnouncedDay>>();
        year.forEach(day -> byName.computeIfAbsent(day.name(), _ -> new java.util.ArrayList<>())
                .add(day));
        return byName.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(day -> !day.working()))
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .sorted(java.util.Comparator.comparing(Holiday::first))
                .toList();
    }

    private static Holiday of(String name, List<AnnouncedDay> days) {
        var off = days.stream()
                .filter(day -> !day.working())
                .map(AnnouncedDay::date)
                .sorted()
                .toList();
        var makeUp = days.stream()
                .filter(AnnouncedDay::working)
                .map(AnnouncedDay::date)
                .sorted()
                .toList();
        return new Holiday(name, off.getFirst(), off.getLast(), off.size(), makeUp);
    }
}
