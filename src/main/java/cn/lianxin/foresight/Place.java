package cn.lianxin.foresight;

import cn.lianxin.kernel.UnitId;
import java.time.LocalDate;

/**
 * A unit as it is told apart on a board.
 *
 * @param itself only what was raised in it and in no unit below
 */
record Place(UnitId unit, boolean itself) {

    /** The concerns behind a figure, as far as whoever follows it may see them. */
    String rows(LocalDate from, LocalDate until) {
        return "/board/rows?raised-in=" + unit.value() + (itself ? "&itself=true" : "") + "&from=" + from + "&until="
                + until;
    }

    String rows(String matter, LocalDate from, LocalDate until) {
        return rows(from, until) + "&matter=" + matter;
    }
}
