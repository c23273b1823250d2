package cn.lianxin.promise;

import java.time.Instant;
import java.time.LocalDate;

/** That a pack counts, or does not count, for these matters and grades from this day on. */
record RuleSwitch(
        long id, String pack, Circle circle, boolean on, LocalDate from, String decidedBy, Instant decidedAt) {}
