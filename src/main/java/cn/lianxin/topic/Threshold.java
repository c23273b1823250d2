package cn.lianxin.topic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How surprising a handful has to be: as much as chance alone brings about so many times a week. What chance does is seen by
 * giving the reports of the last year each other's times again and again, which tears apart whatever belonged together.
 */
final class Threshold {

    private static final double PER_WEEK = 1.0;
    private static final double FIRST = 5;
    private static final double LEAST = 0.3;

    private static final int SHUFFLES = 3;
    private static final Duration EVERY = Duration.ofDays(7);
    private static final int FEWEST = 120;
    private static final double STEP = 1;

    private final double scale;
    private Instant next = Instant.MIN;
    private double now = FIRST;

    Threshold(double scale) {
        this.scale = scale;
    }

    double at(Instant time, List<Understood> past) {
        if (!time.isBefore(next) && past.size() >= FEWEST) {
            now = measure(past);
            next = time.plus(EVERY);
        }
        return now;
    }

    private double measure(List<Understood> past) {
        double weeks = Math.max(
                2, Duration.between(past.getFirst().at(), past.getLast().at()).toHours() / 168.0);
        var links = bothWays(past);
        double lowest = now - STEP;
        var found = new ArrayList<Double>();
        for (int round = 1; round <= SHUFFLES; round++) {
            found.addAll(byChance(past, links, round, lowest));
        }
        found.sort(Comparator.reverseOrder());
        int allowed = (int) Math.round(PER_WEEK * scale * weeks * SHUFFLES);
        return Math.max(LEAST, allowed < found.size() ? found.get(allowed) : lowest);
    }

    private static Map<Understood, List<Link>> bothWays(List<Understood> past) {
        var links = new IdentityHashMap<Understood, List<Link>>();
        past.forEach(one -> links.put(one, new ArrayList<>(one.links)));
        for (var one : past) {
            for (var link : one.links) {
                var others = links.get(link.other());
                if (others != null) {
                    others.add(new Link(one, link.rarity()));
                }
            }
        }
        return links;
    }

    private static List<Double> byChance(
            List<Understood> past, Map<Understood, List<Link>> links, int round, double lowest) {
        var order = IntStream.range(0, past.size())
                .boxed()
                .sorted(Comparator.comparingLong(at -> mixed(at * 31L + round)))
                .toList();
        var times = new IdentityHashMap<Understood, Instant>();
        for (int at = 0; at < order.size(); at++) {
            times.put(past.get(order.get(at)), past.get(at).at());
        }
        var gathering = new Gathering();
        int from = 0;
        for (int at = 0; at < order.size(); at++) {
            var now = past.get(at).at();
            var after = now.minus(Alarms.FORTNIGHT);
            while (!past.get(from).at().isAfter(after)) {
                from++;
            }
            var arrived = past.get(order.get(at));
            var near = Objects.requireNonNull(links.get(arrived)).stream()
                    .filter(link -> {
                        var time = times.get(link.other());
                        return time != null && time.isAfter(after) && time.isBefore(now);
                    })
                    .toList();
            gathering.place(arrived, near, at - from + 1, lowest);
        }
        return gathering.alarms.stream().map(alarm -> alarm.raisedWith).toList();
    }

    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
