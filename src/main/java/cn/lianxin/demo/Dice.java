package cn.lianxin.demo;

import java.util.List;
import java.util.Random;

/** Chance that falls the same way every time. */
final class Dice {

    private final Random random;

    Dice(long... seed) {
        var mixed = 0x6C69616E78696EL;
        for (var part : seed) {
            mixed = (mixed ^ part) * 0x9E3779B97F4A7C15L;
            mixed ^= mixed >>> 29;
        }
        this.random = new Random(mixed);
    }

    /** From the first to the last, both included. */
    int between(int first, int last) {
        return first + random.nextInt(Math.max(1, last - first + 1));
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    @SafeVarargs
    final <T> T any(T... of) {
        return of[random.nextInt(of.length)];
    }

    String weighted(List<Content.Weighted> of) {
        var left = random.nextInt(of.stream().mapToInt(Content.Weighted::weight).sum());
        for (var one : of) {
            left -= one.weight();
            if (left < 0) {
                return one.value();
            }
        }
        throw new IllegalStateException("no weights");
    }

    /** The place of the one on which it falls, each as likely as its weight. */
    int byWeight(int... weights) {
        var left = random.nextInt(java.util.Arrays.stream(weights).sum());
        for (var place = 0; place < weights.length; place++) {
            left -= weights[place];
            if (left < 0) {
                return place;
            }
        }
        throw new IllegalStateException("no weights");
    }
}
