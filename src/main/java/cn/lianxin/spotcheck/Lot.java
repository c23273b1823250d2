package cn.lianxin.spotcheck;

import cn.lianxin.kernel.UnitId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
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

    private final byte[] seed;
    private final Map<UnitId, BigDecimal> rates;
    private final List<Candidate> candidates;
    private final List<Drawn> drawn;

    Lot(byte[] seed, Map<UnitId, BigDecimal> rates, List<Candidate> candidates, List<Drawn> drawn) {
        this.seed = seed.clone();
        this.rates = Map.copyOf(rates);
        this.candidates =
                candidates.stream().sorted(Comparator.comparing(this::order)).toList();
        this.drawn = new ArrayList<>(drawn);
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
        candidates.stream()
                .filter(one -> one.week().equals(week) && one.lifeSafety() && one.callable())
                .forEach(one -> add(Drawn.Reason.LIFE_SAFETY, one, Optional.empty()));
        var units = new TreeSet<>(Comparator.comparing(UnitId::value));
        candidates.forEach(one -> units.add(one.unit()));
        for (var unit : units) {
            fill(unit, quota(unit), Drawn.Reason.WEEK, one -> one.week().equals(week));
            if (last) {
                var most = Math.max(quota(unit), Math.min(FEWEST_CALLS, population(unit)));
                fill(unit, most, Drawn.Reason.TOP_UP, _ -> true);
            }
        }
        return List.copyOf(drawn.subList(before, drawn.size()));
    }

    /** The next in order for one who could not be reached; nobody where none is left, or where all were drawn anyway. */
    Optional<Drawn> replace(Drawn unreached) {
        if (unreached.reason() == Drawn.Reason.LIFE_SAFETY) {
            return Optional.empty();
        }
        var next = next(unreached.candidate().unit(), _ -> true);
        next.ifPresent(one -> add(Drawn.Reason.REPLACEMENT, one, Optional.of(unreached.place())));
        return next.map(_ -> drawn.getLast());
    }

    private void fill(UnitId unit, int quota, Drawn.Reason reason, Predicate<Candidate> among) {
        while (drawnOf(unit) < quota) {
            var next = next(unit, among);
            if (next.isEmpty()) {
                return;
            }
            add(reason, next.get(), Optional.empty());
        }
    }

    private Optional<Candidate> next(UnitId unit, Predicate<Candidate> among) {
        return candidates.stream()
                .filter(one -> one.unit().equals(unit) && !one.lifeSafety() && one.callable())
                .filter(among)
                .filter(one ->
                        drawn.stream().noneMatch(it -> it.candidate().answer().equals(one.answer())))
                .findFirst();
    }

    private int quota(UnitId unit) {
        return rates.getOrDefault(unit, BigDecimal.ONE)
                .multiply(new BigDecimal(population(unit)))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
    }

    private int population(UnitId unit) {
        return (int) candidates.stream()
                .filter(one -> one.unit().equals(unit) && !one.lifeSafety())
                .count();
    }

    private long drawnOf(UnitId unit) {
        return drawn.stream()
                .filter(it -> it.reason() == Drawn.Reason.WEEK || it.reason() == Drawn.Reason.TOP_UP)
                .filter(it -> it.candidate().unit().equals(unit))
                .count();
    }

    private void add(Drawn.Reason reason, Candidate candidate, Optional<Integer> replaces) {
        var place = drawn.stream().mapToInt(Drawn::place).max().orElse(0) + 1;
        drawn.add(new Drawn(place, reason, until(), candidate, replaces));
    }

    private LocalDate until() {
        return candidates.stream()
                .map(Candidate::week)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .plusWeeks(1);
    }

    private String order(Candidate candidate) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(candidate.name().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
