package cn.lianxin.planted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** How miners write: the same thing never twice in the same words. The vocabulary lies below {@code planted/}. */
final class Wording {

    /** Something at a place that is broken in one way, each with the names that people give it. */
    record Cause(List<String> place, List<String> facility, List<String> fault) {}

    private static final List<List<String>> PLACES = lines("places.txt");
    private static final List<List<List<String>>> FACILITIES = facilities();
    private static final List<List<String>> PERSONAL = lines("personal.txt");
    private static final Map<String, List<String>> PHRASES = phrases();

    private final Random random;

    Wording(Random random) {
        this.random = random;
    }

    Cause cause() {
        var facility = any(FACILITIES);
        return new Cause(any(PLACES), facility.getFirst(), any(facility.subList(1, facility.size())));
    }

    /** Title and detail of one report of the cause; half of the reports have no title. */
    List<String> report(Cause cause) {
        var where = any(cause.place()) + (random.nextBoolean() ? "的" : "") + any(cause.facility());
        var sentences = new ArrayList<String>();
        sentences.add(
                random.nextBoolean()
                        ? where + phrase("time") + any(cause.fault())
                        : phrase("time") + where + any(cause.fault()));
        if (random.nextInt(3) == 0) {
            sentences.add("还有" + any(cause.fault()));
        }
        var title = random.nextBoolean() ? "" : any(cause.place()) + any(cause.facility()) + any(cause.fault());
        return List.of(title, around(sentences));
    }

    /** A report about pay, leave, papers: of one person, at no place. */
    List<String> personal() {
        var said = any(PERSONAL);
        var sentences = new ArrayList<>(List.of(phrase("time") + any(said)));
        if (random.nextInt(3) == 0) {
            sentences.add(any(said));
        }
        return List.of(random.nextBoolean() ? "" : any(said), around(sentences));
    }

    private String around(List<String> sentences) {
        var all = new ArrayList<String>();
        for (var kind : List.of("effect", "filler", "demand")) {
            for (int times = random.nextInt(3); times > 0; times--) {
                all.add(phrase(kind));
            }
        }
        Collections.shuffle(all, random);
        all.addAll(random.nextInt(all.size() + 1), sentences);
        if (random.nextBoolean()) {
            all.addFirst(phrase("opening"));
        }
        if (random.nextBoolean()) {
            all.addLast(phrase("closing"));
        }
        return String.join("，", all) + "。";
    }

    private String phrase(String kind) {
        return any(PHRASES.getOrDefault(kind, List.of()));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static List<List<List<String>>> facilities() {
        return text("facilities.txt").stream()
                .map(line ->
                        Arrays.stream(line.split("\\|")).map(Wording::variants).toList())
                .toList();
    }

    private static Map<String, List<String>> phrases() {
        var phrases = new HashMap<String, List<String>>();
        for (var line : text("phrases.txt")) {
            phrases.put(line.substring(0, line.indexOf(':')), variants(line.substring(line.indexOf(':') + 1)));
        }
        return phrases;
    }

    private static List<List<String>> lines(String name) {
        return text(name).stream().map(Wording::variants).toList();
    }

    private static List<String> variants(String cell) {
        return List.of(cell.split("/"));
    }

    private static List<String> text(String name) {
        try (var in = Objects.requireNonNull(Wording.class.getResourceAsStream("/planted/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
