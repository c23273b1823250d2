package cn.lianxin.spotcheck;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Works a published draw out again from its list alone, with nothing of the product: {@code java RecomputedDraw.java list.txt}
 * says what is wrong, or that nothing is.
 */
public final class RecomputedDraw {

    private record Line(String week, long unit, String name, boolean lifeSafety, boolean callable, String mark) {}

    private final Map<String, List<String[]>> lines = new HashMap<>();
    private final Map<String, Line> candidates = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    private RecomputedDraw(String text) {
        text.lines()
                .map(line -> line.split(" "))
                .forEach(words ->
                        lines.computeIfAbsent(words[0], _ -> new ArrayList<>()).add(words));
    }

    /** Prints what is wrong. */
    public static void main(String[] arguments) throws Exception {
        var faults = faultsOf(Files.readString(Path.of(arguments[0])));
        System.out.println(faults.isEmpty() ? "the draw is right" : String.join("\n", faults));
    }

    static List<String> faultsOf(String text) throws Exception {
        var draw = new RecomputedDraw(text);
        draw.check();
        return draw.faults;
    }

    private void check() throws Exception {
        var seed = HexFormat.of().parseHex(all("seed").getFirst()[1]);
        var digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(seed));
        if (!digest.equals(all("commitment").getFirst()[1])) {
            faults.add("the seed is not the one that was committed to");
        }
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(seed, "HmacSHA256"));
        for (var words : all("candidate")) {
            var mark = HexFormat.of().formatHex(mac.doFinal(words[3].getBytes(StandardCharsets.UTF_8)));
            candidates.put(
                    words[3],
                    new Line(
                            words[1],
                            Long.parseLong(words[2]),
                            words[3],
                            words[4].equals("life-safety"),
                            words[5].equals("callable"),
                            mark));
        }
        var units = new TreeSet<Long>();
        candidates.values().forEach(line -> units.add(line.unit()));
        for (var unit : units) {
            checkUnit(unit);
        }
        if (taken.size() != all("drawn").size()) {
            faults.add("somebody was drawn who is no candidate, or twice");
        }
    }

    /** Goes along what is said to be drawn of one unit; each must be the one whose turn it was. */
    private void checkUnit(long unit) {
        var drawn = all("drawn").stream()
                .filter(words -> Optional.ofNullable(candidates.get(words[4]))
                        .filter(line -> line.unit() == unit)
                        .isPresent())
                .sorted(Comparator.comparingInt(words -> Integer.parseInt(words[1])))
                .toList();
        var weeks = new TreeSet<String>();
        of(unit).forEach(line -> weeks.add(line.week()));
        var last = java.time.LocalDate.parse(all("period").getFirst()[2])
                .minusWeeks(1)
                .toString();
        weeks.add(last);
        var expected = new ArrayList<String>();
        var replacements =
                drawn.stream().filter(words -> words[2].equals("REPLACEMENT")).toList();
        var made = 0;
        for (var week : weeks) {
            while (made < replacements.size() && replacements.get(made)[3].compareTo(week) <= 0) {
                replace(replacements.get(made++), unit);
            }
            lot(unit, week, week.equals(last), expected);
        }
        while (made < replacements.size()) {
            replace(replacements.get(made++), unit);
        }
        var told = drawn.stream()
                .filter(words -> !words[2].equals("REPLACEMENT"))
                .map(words -> words[2] + " " + words[4])
                .toList();
        if (!told.equals(expected)) {
            faults.add("unit " + unit + " should have drawn " + expected + " and not " + told);
        }
    }

    private void lot(long unit, String week, boolean last, List<String> expected) {
        of(unit).filter(line -> line.week().equals(week) && line.lifeSafety() && line.callable())
                .forEach(line -> take("LIFE_SAFETY", line, expected));
        var population =
                (int) of(unit).filter(line -> !line.lifeSafety() && line.week().compareTo(week) <= 0)
                        .count();
        var rate = all("rate").stream()
                .filter(words -> words[1].equals(Long.toString(unit)))
                .map(words -> new BigDecimal(words[2]))
                .findFirst()
                .orElse(BigDecimal.ONE);
        var quota = rate.multiply(BigDecimal.valueOf(population))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
        fill(unit, "WEEK", quota, week, week, expected);
        if (last) {
            fill(unit, "TOP_UP", Math.max(quota, Math.min(20, population)), "", "9999", expected);
        }
    }

    private void fill(long unit, String reason, int quota, String from, String until, List<String> expected) {
        while (expected.stream().filter(one -> !one.startsWith("LIFE")).count() < quota) {
            var next = free(unit)
                    .filter(line ->
                            line.week().compareTo(from) >= 0 && line.week().compareTo(until) <= 0)
                    .findFirst();
            if (next.isEmpty()) {
                return;
            }
            take(reason, next.get(), expected);
        }
    }

    private void replace(String[] words, long unit) {
        var turn =
                free(unit).filter(line -> line.week().compareTo(words[3]) < 0).findFirst();
        if (turn.filter(line -> line.name().equals(words[4])).isEmpty()) {
            faults.add("it was not the turn of " + words[4]);
        }
        taken.add(words[4]);
    }

    private void take(String reason, Line line, List<String> expected) {
        taken.add(line.name());
        expected.add(reason + " " + line.name());
    }

    private java.util.stream.Stream<Line> free(long unit) {
        return of(unit).filter(line -> !line.lifeSafety() && line.callable() && !taken.contains(line.name()));
    }

    private java.util.stream.Stream<Line> of(long unit) {
        return candidates.values().stream()
                .filter(line -> line.unit() == unit)
                .sorted(Comparator.comparing(Line::mark));
    }

    private List<String[]> all(String kind) {
        return lines.getOrDefault(kind, List.of());
    }
}
