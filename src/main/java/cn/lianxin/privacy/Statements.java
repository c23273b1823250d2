package cn.lianxin.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All versions that were ever shown, oldest first. The words lie in {@code statement-<version>.<language>.txt}; each version
 * is known here by the digest of its words, so that none can be altered without becoming another version.
 */
record Statements(List<Statement> all) {

    /** A version, from when it is shown, and the SHA-256 of its Chinese and its English words. */
    record Listed(int version, LocalDate since, String digest) {}

    static final List<Listed> LISTED = List.of(new Listed(
            1, LocalDate.of(2026, 11, 29), "758b7f46b74c442ce1befdc9fe5dd36d828cd5c96f26ef000a99e18dd8fddd7c"));

    Statements {
        all = List.copyOf(all);
    }

    /**
     * @param words by the name of their file
     * @throws IllegalStateException where words and digest differ, versions do not count up, or a later version does not
     *     say what has changed
     */
    static Statements of(List<Listed> listed, Map<String, String> words) {
        var next = 1;
        for (var one : listed) {
            if (one.version() != next++) {
                throw new IllegalStateException("versions of the statement count up from 1: " + one.version());
            }
        }
        return new Statements(listed.stream().map(one -> statement(one, words)).toList());
    }

    static Statements shipped() {
        var words = new HashMap<String, String>();
        for (var one : LISTED) {
            for (var language : List.of("zh", "en")) {
                words.put(fileOf(one.version(), language), read(fileOf(one.version(), language)));
            }
        }
        return of(LISTED, words);
    }

    Statement current() {
        return all.getLast();
    }

    boolean isOwedBy(Optional<Integer> confirmed) {
        return confirmed.filter(version -> version >= current().version()).isEmpty();
    }

    /** What has changed since a version that somebody has confirmed, oldest first. */
    List<String> changedSince(int confirmed, boolean chinese) {
        return all.stream()
                .filter(statement -> statement.version() > confirmed)
                .flatMap(statement -> statement.text(chinese).changed().stream())
                .toList();
    }

    static String digest(String chinese, String english) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(chinese.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(english.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Statement statement(Listed listed, Map<String, String> words) {
        var chinese = words.getOrDefault(fileOf(listed.version(), "zh"), "");
        var english = words.getOrDefault(fileOf(listed.version(), "en"), "");
        var digest = digest(chinese, english);
        if (!digest.equals(listed.digest())) {
            throw new IllegalStateException("the words of statement " + listed.version() + " are not those that were"
                    + " confirmed: give altered words a new version (" + digest + ")");
        }
        var texts = Map.of("zh", StatementText.parse(chinese), "en", StatementText.parse(english));
        if (listed.version() > 1
                && texts.values().stream().anyMatch(text -> text.changed().isEmpty())) {
            throw new IllegalStateException("statement " + listed.version() + " does not say what has changed");
        }
        return new Statement(listed.version(), listed.since(), digest, texts);
    }

    private static String fileOf(int version, String language) {
        return "statement-" + version + "." + language + ".txt";
    }

    private static String read(String file) {
        try (var in = Statements.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
