package cn.lianxin.platform.identifying;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The invented sentences that lie beside this class: those with marks, and what people write when they write of nobody. */
final class Taught {

    private static final List<String> LOTS = List.of(
            "known",
            "own",
            "judged",
            "told",
            "names",
            "callings",
            "numbers",
            "post",
            "second",
            "third",
            "fourth",
            "hard",
            "bag",
            "fifth");
    private static final String OF_NOBODY = "nobody";

    /** Bytes of a digest. */
    static final int DIGEST = 32;

    private Taught() {}

    /** In which somebody is marked, or could be taken to be meant. */
    static Map<String, List<String>> lots() {
        var lots = new LinkedHashMap<String, List<String>>();
        LOTS.forEach(lot -> lots.put(lot, lines(lot).toList()));
        return lots;
    }

    static List<String> all() {
        return lots().values().stream().flatMap(List::stream).toList();
    }

    static List<String> ofNobody() {
        return lines(OF_NOBODY).toList();
    }

    /** Of all of them in their order. */
    static byte[] digest() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            Stream.concat(all().stream(), ofNobody().stream())
                    .forEach(line -> sha.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            return sha.digest();
        } catch (NoSuchAlgorithmException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static Stream<String> lines(String lot) {
        var name = lot + ".tsv";
        try (var file = Objects.requireNonNull(Taught.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
