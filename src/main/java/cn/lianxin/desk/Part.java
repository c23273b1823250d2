package cn.lianxin.desk;

import cn.lianxin.kernel.UnitId;

/**
 * A part of the unit that is looked at.
 *
 * @param itself the unit without the units directly below it
 */
record Part(UnitId unit, String name, boolean itself) {

    /** The rows behind a figure of this part. */
    String rows(String whose, String more) {
        return WorkPages.BEHIND_A_FIGURE + "?" + whose + "=" + unit.value() + (itself ? "&itself=true" : "") + more;
    }
}
