package cn.lianxin.platform.calendar;

import java.time.LocalDate;

/** A day on which the enterprise stands still, with its reason, for everybody to read. */
public record Stoppage(LocalDate day, String reason, String announcedBy) {}
