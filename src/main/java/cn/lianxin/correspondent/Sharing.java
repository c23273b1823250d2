package cn.lianxin.correspondent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * 分稿费 to the fen: everybody gets the whole fen of his part; what is left over goes fen by fen to those whose remainders are largest, and of
 * equal remainders first to the smaller staff number. So the parts are the whole, whatever the order in which people were named.
 */
final class Sharing {

    private record Rest(String staffNumber, long remainder) {}

    private Sharing() {}

    /** @param parts how many parts each has, by his staff number; at least one of them, each at least one */
    static Map<String, Long> of(long fen, Map<String, Integer> parts) {
        if (parts.isEmpty() || fen < 0 || parts.values().stream().anyMatch(weight -> weight < 1)) {
            throw new IllegalArgumentException("nobody to share with");
        }
        var whole = sum(parts.values());
        var shares = new TreeMap<String, Long>();
        var rests = new ArrayList<Rest>();
        parts.forEach((number, weight) -> {
            shares.put(number, fen * weight / whole);
            rests.add(new Rest(number, fen * weight % whole));
        });
        rests.sort(Comparator.comparingLong(Rest::remainder).reversed().thenComparing(Rest::staffNumber));
        var left = fen - shares.values().stream().mapToLong(Long::longValue).sum();
        rests.stream().limit(left).forEach(rest -> shares.merge(rest.staffNumber(), 1L, Long::sum));
        return shares;
    }

    private static long sum(Collection<Integer> weights) {
        return weights.stream().mapToLong(Integer::longValue).sum();
    }
}
