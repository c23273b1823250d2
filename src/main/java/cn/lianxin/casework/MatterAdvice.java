package cn.lianxin.casework;

import cn.lianxin.kernel.UnitId;
import java.util.List;

/**
 * What a room further out has learnt of how a desk sorts; where there is none, or it is not sure, the words of the
 * classification alone suggest.
 */
public interface MatterAdvice {

    /**
     * @param confidence between 0 and 1
     * @param because words of the very text that was asked about
     */
    record Advice(String matter, double confidence, List<String> because) {}

    /**
     * Likeliest first; empty where it is not sure enough to be told.
     *
     * @param desk whose sorting it follows; only for whoever may read everything there that is open to its officers
     */
    List<Advice> advise(UnitId desk, String title, String words, int most);
}
