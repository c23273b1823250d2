package cn.lianxin.silence;

import cn.lianxin.kernel.UnitId;

/**
 * A unit as its silence is measured.
 *
 * @param layer units are compared within their layer: what stands directly below a mine, and what stands below that
 * @param kind of unit
 * @param shifts whether it works round the clock
 * @param people on the average of the days
 * @param own the share of them with a contract of the enterprise itself
 * @param heard what was raised under a name and says nothing that is protected
 * @param speakers how many did
 */
record LikeUnit(
        UnitId unit, Layer layer, String kind, boolean shifts, double people, double own, int heard, int speakers) {

    enum Layer {
        DISTRICT,
        CREW
    }
}
