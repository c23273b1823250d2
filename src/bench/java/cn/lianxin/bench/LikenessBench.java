package cn.lianxin.bench;

import cn.lianxin.platform.likeness.LikenessIndex;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * A million texts in the index of likeness: how fast they come in, how fast it answers, what memory it takes. Times are
 * those of one core, so that neighbours on the machine do not count.
 */
final class LikenessBench {

    private static final int TEXTS = Integer.getInteger("bench.texts", 1_000_000);
    private static final int QUESTIONS = 400;

    private static final ThreadMXBean CORE = ManagementFactory.getThreadMXBean();

    private final InventedTexts texts = new InventedTexts(7);
    private final LikenessIndex index = new LikenessIndex();

    Map<String, Object> run() {
        Map<String, Object> results = new LinkedHashMap<>();
        long before = usedMemory();
        long spent = 0;
        for (int at = 0; at < TEXTS; at++) {
            var text = texts.next();
            long start = CORE.getCurrentThreadCpuTime();
            index.add(at, text);
            spent += CORE.getCurrentThreadCpuTime() - start;
        }
        results.put("texts", TEXTS);
        results.put("indexed per second", Math.round(TEXTS / (spent / 1e9)));
        results.put("memory MB", (usedMemory() - before) >> 20);
        results.put("whole texts", ask(_ -> texts.next()));
        for (int rank : new int[] {0, 100, 300, 3_000, 30_000, 110_000}) {
            results.put("one word, rank " + rank, ask(at -> texts.word(rank + at % 50)));
            results.put(
                    "four words, rank " + rank,
                    ask(at -> texts.word(rank + at % 50)
                            + texts.word(rank + at % 43)
                            + texts.word(rank + at % 37)
                            + texts.word(rank + at % 31)));
        }
        results.put("removals", removals());
        results.forEach((name, value) -> System.out.println("likeness, " + name + ": " + value));
        return results;
    }

    private String ask(IntFunction<String> question) {
        var milliseconds = new double[QUESTIONS];
        for (int at = -50; at < QUESTIONS; at++) {
            var text = question.apply(Math.abs(at));
            long start = CORE.getCurrentThreadCpuTime();
            index.likest(text, 10);
            milliseconds[Math.max(at, 0)] = (CORE.getCurrentThreadCpuTime() - start) / 1e6;
        }
        return percentiles(milliseconds);
    }

    private String removals() {
        var milliseconds = new double[200];
        for (int at = 0; at < milliseconds.length; at++) {
            long start = CORE.getCurrentThreadCpuTime();
            index.remove(at * (long) (TEXTS / milliseconds.length));
            milliseconds[at] = (CORE.getCurrentThreadCpuTime() - start) / 1e6;
        }
        return percentiles(milliseconds);
    }

    private static String percentiles(double[] milliseconds) {
        Arrays.sort(milliseconds);
        return "p50 %.1f ms, p95 %.1f ms"
                .formatted(milliseconds[milliseconds.length / 2], milliseconds[milliseconds.length * 95 / 100]);
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
