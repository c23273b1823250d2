package cn.lianxin.knowledge;

import cn.lianxin.platform.text.Grams;
import java.util.HashSet;
import java.util.Set;

/**
 * How near what somebody types comes to a question: which share of the pairs of characters that say something do both have. Of
 * the shorter of them, for a man who has worked a shift writes six words, and another one a letter.
 */
final class Nearness {

    /** From here on it is shown to whoever is about to ask; it rests on pairs that people judged (ADR 0087). */
    static final double ENOUGH = 0.3;

    private static final int FEWEST_PAIRS = 3;

    /** Pairs that stand in any question. */
    private static final Set<String> EMPTY = Set.of(
            "怎么", "么办", "什么", "为什", "为啥", "请问", "我们", "咱们", "你们", "他们", "一个", "这个", "那个", "没有", "可以", "能不", "不能", "是不",
            "不是", "怎样", "如何", "何时", "时候", "什时", "现在", "已经", "还是", "问题", "情况", "希望", "领导", "解决", "反映", "一下", "单位", "公司",
            "矿上", "谁管", "该找", "找谁", "哪里", "多少", "有没", "办理", "处理", "the", "th", "he", "in", "to", "is", "of", "an", "er",
            "re", "on", "at", "it");

    private Nearness() {}

    /** Between 0, and 1 where all that the shorter one says stands in the other one. */
    static double of(String typed, String asked) {
        var one = pairs(typed);
        var other = pairs(asked);
        var both = new HashSet<>(one);
        both.retainAll(other);
        return both.size() < FEWEST_PAIRS ? 0 : (double) both.size() / Math.min(one.size(), other.size());
    }

    private static Set<String> pairs(String text) {
        var pairs = new HashSet<String>();
        for (var stretch : Grams.stretches(text)) {
            var characters = stretch.codePoints().toArray();
            for (var at = 0; at + 1 < characters.length; at++) {
                pairs.add(new String(characters, at, 2));
            }
        }
        pairs.removeAll(EMPTY);
        return pairs;
    }
}
