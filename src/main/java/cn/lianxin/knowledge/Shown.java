package cn.lianxin.knowledge;

import cn.lianxin.kernel.UnitId;
import java.time.Instant;

/**
 * A question as all may read it at this moment.
 *
 * @param place of its wording: 1 until it is corrected
 */
record Shown(long number, int place, Text text, UnitId unit, String unitName, String matter, Instant since) {}
