package cn.lianxin.equality;

import cn.lianxin.kernel.UnitId;
import java.util.List;

/**
 * One answer that a unit gave to unlike concerns.
 *
 * @param words how it begins
 * @param cases which it was given to, the newest first
 */
public record Pasted(UnitId unit, String words, List<Case> cases) {

    /** A concern that got it. */
    public record Case(String number, String matter, String title) {}
}
