package cn.lianxin.personnel;

import cn.lianxin.kernel.UnitId;
import java.time.LocalDate;

/**
 * Whose roster a file is, and of which day.
 *
 * @param unit with all below it; whoever has his main post there and is missing from the file leaves
 * @param day the day on which the enterprise is as the file says, today or earlier
 */
record RosterScope(UnitId unit, LocalDate day) {}
