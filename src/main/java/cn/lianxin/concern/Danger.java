package cn.lianxin.concern;

import cn.lianxin.kernel.UnitId;
import java.time.Instant;

/**
 * What a dispatcher has to know of a danger to life: where and what, and not who said so.
 *
 * @param unitName the line of the unit from the mine down
 */
public record Danger(
        long concern,
        ConcernNumber number,
        String title,
        String words,
        String place,
        UnitId unit,
        String unitName,
        Instant filedAt) {}
