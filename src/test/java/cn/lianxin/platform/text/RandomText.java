package cn.lianxin.platform.text;

import java.util.List;
import java.util.SplittableRandom;

/** Texts no person would type: ordinary pieces, emoji and everything hostile, in any order. Repeatable by its seed. */
final class RandomText {

    private static final List<String> PIECES = List.of(
            "澡堂",
            "没热水",
            "綜採",
            "，",
            "。",
            "a",
            "Ａ",
            "é",
            "e\u0301",
            "1",
            "#",
            "가",
            "ﾊﾞ",
            "ß",
            "Σ",
            "İ",
            "👨‍👩‍👧‍👦",
            "👍🏽",
            "🇨🇳",
            "❤️",
            "1️⃣",
            "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
            "👩🏽‍🔧",
            "葛\uDB40\uDD00",
            "↔",
            "\u0338",
            "㎡",
            "①",
            "\u0000",
            "\u0007",
            "\u001B",
            "\u007F",
            "\u0085",
            "\u009F",
            "\uD800",
            "\uDFFF",
            "\uD83D",
            "\uDE00",
            "\u202E",
            "\u202C",
            "\u2066",
            "\u2069",
            "\u200E",
            "\u200B",
            "\u200C",
            "\u200D",
            "\u2060",
            "\uFEFF",
            "\uFE0F",
            "\uFE0E",
            "\u20E3",
            "\uDB40\uDC67",
            "\uDB40\uDC7F",
            "\uDB40\uDD01",
            "\u00AD",
            "\u034F",
            "\u115F",
            "\u3164",
            "\u0378",
            "\uFDD0",
            "\uFFFE",
            "\uFFFF",
            "\uDBFF\uDFFF",
            "\uFFFC",
            "\u0301",
            "\u0316",
            "\u0327",
            "\u20DD",
            "\u0345",
            "\u0958",
            "\u1100",
            "\u1161",
            "\u11A8",
            "\r\n",
            "\r",
            "\n",
            "\u2028",
            "\u2029",
            "\u000B",
            "\f",
            "\t",
            " ",
            "\u00A0",
            "\u3000",
            "\u2003",
            "\u1680");

    private final SplittableRandom random;

    RandomText(long seed) {
        random = new SplittableRandom(seed);
    }

    String next(int longest) {
        var text = new StringBuilder();
        for (int left = random.nextInt(longest + 1); left > 0; left--) {
            var known = random.nextInt(20) > 0;
            text.append(
                    known
                            ? PIECES.get(random.nextInt(PIECES.size()))
                            : Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1)));
        }
        return text.toString();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }
}
