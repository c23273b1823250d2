package cn.lianxin.platform.likeness;

import java.util.function.LongConsumer;

/** Every gram of one, two and three characters where it stands, as often as it stands there. */
final class GramWalk {

    private GramWalk() {}

    static void over(char[] text, LongConsumer action) {
        for (int at = 0; at < text.length; at++) {
            if (Normal.isBreak(text, at)) {
                continue;
            }
            action.accept(GramTable.single(text[at]));
            if (!Normal.isBreak(text, at + 1)) {
                action.accept(GramTable.pair(text[at], text[at + 1]));
                if (!Normal.isBreak(text, at + 2)) {
                    action.accept(GramTable.triple(text[at], text[at + 1], text[at + 2]));
                }
            }
        }
    }
}
