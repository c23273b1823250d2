package cn.lianxin.duty;

import cn.lianxin.kernel.UnitId;
import java.time.LocalDate;

/**
 * That something is to be published in one circle by one day.
 *
 * @param unit in which it happened; the circle itself for what returns
 * @param key of the period, {@code 2026-11}, or of the occasion, {@code occasion-12}
 * @param what happened; empty text for what returns
 * @param over the last day of the period, or the day of the occasion
 */
public record DueDate(
        Duty duty, UnitId circle, UnitId unit, String key, String what, LocalDate over, LocalDate dueOn) {}
