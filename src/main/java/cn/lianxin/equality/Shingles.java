package cn.lianxin.equality;

import cn.lianxin.platform.text.Grams;
import java.util.Arrays;
import java.util.regex.Pattern;

/** A text as the set of all its runs of a few characters, sorted; how much of two texts is the same. */
final class Shingles {

    /** What stands in every letter of an office says nothing of the case: greetings, thanks, the rule, whom to ring up. */
    private static final Pattern STANDARD = Pattern.compile("您好|你好|尊敬的|(?:反映人|职工)同志|感谢|谢谢|特此|此复|欢迎.{0,12}监督"
            + "|(?:联系|咨询|服务|监督|举报|办公)?(?:电话|热线|手机|邮箱|地址)|联系人|\\d{7,}|\\d{3,4}-\\d{7,8}"
            + "|(?:根据|依据|依照|按照|参照)[^。]{0,20}《|《[^》]{2,40}》(?:[^。]{0,6}第[^。]{1,8}条)?(?:的?(?:规定|要求|精神))");

    private static final Pattern CLAUSE = Pattern.compile("[。！？!?；;，,：:\\n]+");

    private final long[] hashes;

    private Shingles(long[] hashes) {
        this.hashes = hashes;
    }

    static Shingles of(String text, int length) {
        var plain = Grams.normal(text).codePoints().filter(Character::isLetter).toArray();
        var hashes = new long[Math.max(0, plain.length - length + 1)];
        for (int at = 0; at < hashes.length; at++) {
            long hash = 0;
            for (int place = 0; place < length; place++) {
                hash = (hash + plain[at + place]) * 0x9E3779B97F4A7C15L;
                hash ^= hash >>> 29;
            }
            hashes[at] = hash;
        }
        return new Shingles(Arrays.stream(hashes).sorted().distinct().toArray());
    }

    /** What of an answer was written for this case: clauses that stand in every answer are left out. */
    static String own(String answer) {
        var own = new StringBuilder();
        for (String clause : CLAUSE.split(answer)) {
            if (!clause.isBlank() && !STANDARD.matcher(clause).find()) {
                own.append(own.isEmpty() ? "" : "，").append(clause.strip());
            }
        }
        return own.toString();
    }

    int size() {
        return hashes.length;
    }

    /** The few that come first: whoever has most in common shares one of them. */
    long[] first(int most) {
        return Arrays.copyOf(hashes, Math.min(most, hashes.length));
    }

    /** What they have in common, of what either has (Jaccard). */
    double inCommon(Shingles other) {
        int both = 0;
        int here = 0;
        int there = 0;
        while (here < hashes.length && there < other.hashes.length) {
            int order = Long.compare(hashes[here], other.hashes[there]);
            both += order == 0 ? 1 : 0;
            here += order <= 0 ? 1 : 0;
            there += order >= 0 ? 1 : 0;
        }
        int either = hashes.length + other.hashes.length - both;
        return either == 0 ? 0 : (double) both / either;
    }
}
