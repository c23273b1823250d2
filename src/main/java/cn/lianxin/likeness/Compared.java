package cn.lianxin.likeness;

import cn.lianxin.concern.ComparableConcern;
import cn.lianxin.platform.likeness.Like;
import cn.lianxin.platform.likeness.LikenessIndex;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The concerns that may be compared, with what narrows them before their words are looked at. */
final class Compared {

    /** @param keys numbers of keys, for each stands in many */
    private record Facts(boolean decided, boolean open, int[] keys) {
        boolean hasOneOf(Set<Integer> wanted) {
            return Arrays.stream(keys).anyMatch(wanted::contains);
        }
    }

    private final LikenessIndex index = new LikenessIndex();
    private final Map<Long, Facts> facts = new ConcurrentHashMap<>();
    private final Map<String, Integer> numberOf = new HashMap<>();

    /** Puts them in as they are now; what is not fit any more goes. */
    void put(List<ComparableConcern> fresh) {
        for (var one : fresh) {
            if (one.fit()) {
                facts.put(one.id(), new Facts(one.decided(), one.open(), numbers(one.keys())));
                index.add(one.id(), textOf(one));
            } else if (facts.remove(one.id()) != null) {
                index.remove(one.id());
            }
        }
    }

    List<Like> open(String text, int most) {
        return index.likest(
                text, most, id -> Objects.requireNonNull(facts.get(id)).open());
    }

    /** Answered ones to which somebody has a key. */
    List<Like> decided(String text, int most, Set<String> keys) {
        var wanted = known(keys);
        return index.likest(text, most, id -> {
            var one = Objects.requireNonNull(facts.get(id));
            return one.decided() && one.hasOneOf(wanted);
        });
    }

    double share(String text, ComparableConcern other) {
        return index.share(text, textOf(other));
    }

    private static String textOf(ComparableConcern concern) {
        return String.join("\n", concern.title(), concern.words(), concern.place());
    }

    private int[] numbers(List<String> keys) {
        synchronized (numberOf) {
            return keys.stream()
                    .mapToInt(key -> numberOf.computeIfAbsent(key, _ -> numberOf.size()))
                    .toArray();
        }
    }

    private Set<Integer> known(Set<String> keys) {
        synchronized (numberOf) {
            var numbers = new HashSet<Integer>();
            for (var key : keys) {
                var number = numberOf.get(key);
                if (number != null) {
                    numbers.add(number);
                }
            }
            return numbers;
        }
    }
}
