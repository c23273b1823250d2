package cn.lianxin.spotcheck;

import cn.lianxin.concern.JudgedAnswer;
import cn.lianxin.kernel.UnitId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The draw of one period as docs/spot-checks.md tells it: whoever has seed, rates and candidates comes to the same. Holds
 * what is drawn already and adds to it.
 */
final class Lot {

    /** So many calls a unit gets in a period where it has as many answers. */
    static final int FEWEST_CALLS = 20;

    private static final BigDecimal LEAST = new BigDecimal("0.05");
    private static final int DIGITS = 5;

    private final Map<UnitId, BigDecimal> rates;
    private final Map<UnitId, List<Candidate>> ordinary;
    private final List<Candidate> dangers;
    private final LocalDate until;
    private final List<Drawn> drawn;
    private final Set<JudgedAnswer> taken = new HashSet<>();

    Lot(byte[] seed, Map<UnitId, BigDecimal> rates, List<Candidate> candidates, List<Drawn> drawn) {
        this.rates = Map.copyOf(rates);
        var ordered = inOrder(seed, candidates);
        this.ordinary = ordered.stream()
                .filter(one -> !one.lifeSafety())
                .collect(Collectors.groupingBy(
                        Candidate::unit,
                        () -> new TreeMap<>(Comparator.comparing(UnitId::value)),
                        Collectors.toList()));
        this.dangers = ordered.stream().filter(Candidate::lifeSafety).toList();
        this.until = candidates.stream()
                .map(Candidate::week)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.EPOCH)
                .plusWeeks(1);
        this.drawn = new ArrayList<>(drawn);
        drawn.forEach(one -> taken.add(one.candidate().answer()));
    }

    /** Twenty of as many as there were, at least one of twenty, at most all. */
    static BigDecimal rate(int answersBefore) {
        if (answersBefore <= FEWEST_CALLS) {
            return BigDecimal.ONE;
        }
        return new BigDecimal(FEWEST_CALLS)
                .divide(new BigDecimal(answersBefore), DIGITS, RoundingMode.UP)
                .max(LEAST);
    }

    /** @param last whether the period ends with this week */
    List<Drawn> drawWeek(LocalDate week, boolean last) {
        var before = drawn.size();
        dangers.stream()
                .filter(one -> one.week().equals(week) && one.callable())
                .forEach(one -> add(Drawn.Reason.LIFE_SAFETY, one, Optional.empty()));
        ordinary.forEach((unit, population) -> {
            var quota = quota(unit, population.size());
            fill(unit, quota, Drawn.Reason.WEEK, one -> one.week().equals(week));
            if (last) {
                fill(unit, Math.max(quota, Math.min(FEWEST_CALLS, population.size())), Drawn.Reason.TOP_UP, _ -> true);
            }
        });
        return List.copyOf(drawn.subList(before, drawn.size()));
    }

    /** The next in order for one who could not be reached; nobody where none is left, or where all were drawn anyway. */
    Optional<Drawn> replace(Drawn unreached) {
        if (unreached.reason() == Drawn.Reason.LIFE_SAFETY) {
            return Optional.empty();
        }
        var next = eligible(unreached.candidate().unit(), _ -> true).findFirst();
        next.ifPresent(one -> add(Drawn.Reason.REPLACEMENT, one, Optional.of(unreached.place())));
        return next.map(_ -> drawn.getLast());
    }

    private void fill(UnitId unit, int quota, Drawn.Reason reason, Predicate<Candidate> among) {
        var missing = quota - drawnOf(unit);
        if (missing > 0) {
            eligible(unit, among).limit(missing).toList().forEach(one -> add(reason, one, Optional.empty()));
        }
    }

    private Stream<Candidate> eligible(UnitId unit, Predicate<Candidate> among) {
        return ordinary.getOrDefault(unit, List.of()).stream()
                .filter(one -> one.callable() && !taken.contains(one.answer()))
                .filter(among);
    }

    private int quota(UnitId unit, int population) {
        return rates.getOrDefault(unit, BigDecimal.ONE)
                .multiply(new BigDecimal(population))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
    }

    private int drawnOf(UnitId unit) {
        return (int) drawn.stream()
                .filter(it -> it.reason() == Drawn.Reason.WEEK || it.reason() == Drawn.Reason.TOP_UP)
                .filter(it -> it.candidate().unit().equals(unit))
                .count();
    }

    private void add(Drawn.Reason reason, Candidate candidate, Optional<Integer> replaces) {
        var place = drawn.stream().mapToInt(Drawn::place).max().orElse(0) + 1;
        drawn.add(new Drawn(place, reason, until, candidate, replaces));
        taken.add(candidate.answer());
    }

    private static List<Candidate> inOrder(byte[] seed, List<Candidate> candidates) {
        var marks = new HashMap<Candidate, String>();
        candidates.forEach(one -> marks.put(one, mark(seed, one)));
        return candidates.stream().sorted(Comparator.comparing(marks::get)).toList();
    }

    private static String mark(byte[] seed, Candidate candidate) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(candidate.name().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
