package cn.lianxin.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reports of one fortnight that are all like each other, not in a chain.
 *
 * @param bits how much rarer their likeness is than how often chance could have picked as many out of the fortnight
 */
record Handful(List<Understood> members, double bits, double mean) {

    private static final double WEAKEST = 0.5;

    private static final int SMALLEST = 3;
    private static final int LARGEST = 6;
    private static final int CANDIDATES = 14;

    /**
     * The most surprising one with the arrived report in it, from two crews or more.
     *
     * @param links to others of its fortnight
     */
    static Optional<Handful> around(Understood arrived, List<Link> links, int window) {
        var near = links.stream()
                .sorted(Comparator.comparingDouble(Link::rarity).reversed())
                .limit(CANDIDATES)
                .toList();
        int count = near.size();
        if (count < SMALLEST - 1) {
            return Optional.empty();
        }
        var between = new double[count + 1][count + 1];
        Map<Understood, Integer> places = new HashMap<>();
        for (int at = 0; at < count; at++) {
            places.put(near.get(at).other(), at);
            between[count][at] = between[at][count] = near.get(at).rarity();
        }
        for (var link : near) {
            int one = places.getOrDefault(link.other(), count);
            for (var other : link.other().links) {
                Integer place = places.get(other.other());
                if (place != null) {
                    between[one][place] = between[place][one] = other.rarity();
                }
            }
        }
        Optional<Handful> best = Optional.empty();
        for (int first = 0; first < count; first++) {
            for (int second = first + 1; second < count; second++) {
                var chosen = new ArrayList<>(List.of(count, first, second));
                var sum = between[count][first] + between[count][second] + between[first][second];
                best = better(best, chosen, sum, window, near, arrived, between);
                while (chosen.size() < Math.min(LARGEST, count + 1)) {
                    int next = -1;
                    double most = 0;
                    for (int other = 0; other < count; other++) {
                        if (!chosen.contains(other)) {
                            double added = 0;
                            for (int member : chosen) {
                                added += between[member][other];
                            }
                            if (added > most) {
                                most = added;
                                next = other;
                            }
                        }
                    }
                    if (next < 0) {
                        break;
                    }
                    chosen.add(next);
                    sum += most;
                    best = better(best, chosen, sum, window, near, arrived, between);
                }
            }
        }
        return best;
    }

    private static Optional<Handful> better(
            Optional<Handful> best,
            List<Integer> chosen,
            double sum,
            int window,
            List<Link> near,
            Understood arrived,
            double[][] between) {
        int size = chosen.size();
        double weakest = Double.MAX_VALUE;
        for (int one : chosen) {
            double own = 0;
            for (int other : chosen) {
                own += between[one][other];
            }
            weakest = Math.min(weakest, own / (size - 1));
        }
        double mean = (1 - WEAKEST) * sum / (size * (size - 1) / 2.0) + WEAKEST * weakest;
        double bits = (size - 1) * mean - choices(window, size - 1);
        if (best.isPresent() && best.get().bits() >= bits) {
            return best;
        }
        var members = chosen.stream()
                .map(at -> at == near.size() ? arrived : near.get(at).other())
                .toList();
        return members.stream().map(member -> member.report.crew()).distinct().count() >= 2
                ? Optional.of(new Handful(members, bits, mean))
                : best;
    }

    /** The logarithm of in how many ways so many can be chosen out of the fortnight. */
    private static double choices(int window, int chosen) {
        double sum = 0;
        for (int at = 0; at < chosen; at++) {
            sum += Math.log(Math.max(2.0, window - at)) - Math.log(at + 1.0);
        }
        return sum;
    }
}
