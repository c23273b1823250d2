package cn.lianxin.insight;

import cn.lianxin.promise.Grade;
import java.time.LocalDate;
import java.util.List;

/**
 * By what cases are told apart; a figure knows no more of them.
 *
 * @param units the unit for which they count and all above it
 * @param month its first day
 */
record CaseKey(List<Long> units, LocalDate month, String matter, Grade grade, String channel) {

    CaseKey {
        units = List.copyOf(units);
    }
}
