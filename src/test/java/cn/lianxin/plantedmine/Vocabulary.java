package cn.lianxin.plantedmine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Everything that was written by hand, read once. */
record Vocabulary(
        List<Fault> faults,
        List<Matter> matters,
        Map<String, List<String>> phrases,
        Map<String, List<List<String>>> entities,
        Map<String, List<String>> values) {

    /** One thing that breaks, and complete reports of it. */
    record Fault(String name, String matter, List<String> neighbours, String kind, List<String> reports) {}

    /** What people write about all the time; in some months more. */
    record Matter(
            String code, double weight, List<Integer> months, double factor, List<String> titles, List<String> lines) {

        double weight(int month) {
            return months.contains(month) ? weight * factor : weight;
        }
    }

    static Vocabulary of(Part part) {
        var matters = new ArrayList<Matter>();
        sections(part.file("background")).forEach((head, lines) -> matters.add(matter(head, part.of(lines))));
        var faults = new ArrayList<Fault>();
        sections("faults-%s.txt".formatted(part.word())).forEach((head, lines) -> faults.add(fault(head, lines)));
        Map<String, List<String>> phrases = new LinkedHashMap<>();
        sections(part.file("phrases")).forEach((head, lines) -> phrases.put(head, part.of(lines)));
        return new Vocabulary(faults, matters, phrases, readEntities(), readValues());
    }

    private static Matter matter(String head, List<String> lines) {
        var parts = parts(head);
        var season = parts.get(2).isEmpty()
                ? List.<String>of()
                : List.of(parts.get(2).split(" x"));
        var months = season.isEmpty()
                ? List.<Integer>of()
                : Arrays.stream(season.getFirst().split(","))
                        .map(Integer::valueOf)
                        .toList();
        double factor = season.isEmpty() ? 1 : Double.parseDouble(season.getLast());
        return new Matter(
                parts.getFirst(),
                Double.parseDouble(parts.get(1)),
                months,
                factor,
                List.of(parts.get(3).split("/")),
                lines);
    }

    private static Fault fault(String head, List<String> reports) {
        var parts = parts(head);
        return new Fault(parts.getFirst(), parts.get(1), List.of(parts.get(2).split(",")), parts.get(3), reports);
    }

    private static List<String> parts(String head) {
        return Arrays.stream(head.split("\\|", -1)).map(String::strip).toList();
    }

    private static Map<String, List<List<String>>> readEntities() {
        Map<String, List<List<String>>> all = new LinkedHashMap<>();
        String kind = "";
        for (String line : lines("entities.txt")) {
            if (line.startsWith("[")) {
                kind = line.substring(1, line.length() - 1);
            } else {
                all.computeIfAbsent(kind, _ -> new ArrayList<>()).add(List.of(line.split("/")));
            }
        }
        return all;
    }

    private static Map<String, List<String>> readValues() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (String line : lines("values.txt")) {
            int colon = line.indexOf(": ");
            all.put(line.substring(0, colon), List.of(line.substring(colon + 2).split("/")));
        }
        return all;
    }

    private static Map<String, List<String>> sections(String file) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        String head = "";
        for (String line : lines(file)) {
            if (line.startsWith("== ")) {
                head = line.substring(3);
                all.put(head, new ArrayList<>());
            } else {
                Objects.requireNonNull(all.get(head), line).add(line);
            }
        }
        return all;
    }

    private static List<String> lines(String file) {
        try (var in = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
