package cn.lianxin.organization;

import java.time.LocalDate;
import java.util.Optional;

/** One post in a person's history. */
public record HistoryRow(
        long appointment,
        String unitCode,
        String unitName,
        String title,
        boolean leads,
        boolean main,
        LocalDate from,
        Optional<LocalDate> until) {}
