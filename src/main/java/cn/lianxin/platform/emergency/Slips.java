package cn.lianxin.platform.emergency;

import cn.lianxin.platform.text.Sounds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Words of danger in which one of the two characters was mistaken for another of the same sound, as fast typing and other
 * dialects do: 瓦撕朝限 is 瓦斯超限. Words of their own are left alone.
 */
final class Slips {

    private static final List<String> WORDS = List.of(
            "瓦斯", "超限", "甲烷", "透水", "突水", "冒顶", "片帮", "顶板", "着火", "冒烟", "爆炸", "塌方", "垮塌", "坍塌", "来压", "触电", "漏电", "窒息",
            "缺氧", "昏迷", "晕倒", "埋住", "被困", "救命", "自杀", "哑炮", "冒水", "停风", "报警");

    /** Words of their own that sound like one of them. */
    private static final Set<String> OTHERS = Set.of(
            "瓦时", "超想", "头水", "偷水", "投水", "吐水", "土水", "帽顶", "片办", "顶班", "钉板", "这火", "塌房", "他方", "来呀", "出电", "储电", "处电",
            "初电", "除电", "厨电", "触点", "漏点", "楼电", "缺盐", "缺烟", "买住", "救民", "听风", "报经", "报进", "报井", "报金", "报紧", "报净");

    /** Of as many characters as there are in Chinese. */
    private static final Map<Character, Set<String>> SOUNDS = new ConcurrentHashMap<>();

    private static final Map<String, String> BY_SOUND = bySound();

    private Slips() {}

    /** And one that only looks alike: 项 for 顶. */
    static String mended(String normal) {
        var result = new StringBuilder(normal.replace("冒项", "冒顶").replace("项板", "顶板"));
        for (int at = 0; at + 1 < result.length(); at++) {
            var word = meant(result.charAt(at), result.charAt(at + 1));
            if (word != null) {
                result.replace(at, at + 2, word);
            }
        }
        return result.toString();
    }

    /** {@code null} where it is none of them, or already right. */
    private static @Nullable String meant(char first, char second) {
        if (!Character.isIdeographic(first) || !Character.isIdeographic(second)) {
            return null;
        }
        var written = "" + first + second;
        if (WORDS.contains(written) || OTHERS.contains(written)) {
            return null;
        }
        return Stream.concat(
                        sounds(second).stream().map(sound -> first + sound),
                        sounds(first).stream().map(sound -> sound + second))
                .map(BY_SOUND::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> bySound() {
        var words = new HashMap<String, String>();
        for (var word : WORDS) {
            sounds(word.charAt(1)).forEach(sound -> words.put(word.charAt(0) + sound, word));
            sounds(word.charAt(0)).forEach(sound -> words.put(sound + word.charAt(1), word));
        }
        return words;
    }

    private static Set<String> sounds(char character) {
        return SOUNDS.computeIfAbsent(character, one -> Sounds.ofCharacter(one));
    }
}
