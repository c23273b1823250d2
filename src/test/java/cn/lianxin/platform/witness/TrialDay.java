package cn.lianxin.platform.witness;

import cn.lianxin.platform.manifest.Manifest;
import cn.lianxin.platform.manifest.Salt;
import cn.lianxin.platform.merkle.GrowingTree;
import cn.lianxin.platform.merkle.Hash;
import cn.lianxin.platform.merkle.Tree;
import cn.lianxin.platform.note.Checkpoint;
import cn.lianxin.platform.note.LogProof;
import cn.lianxin.platform.note.SignatureType;
import cn.lianxin.platform.note.SignedNote;
import cn.lianxin.platform.note.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A day whose entry stands among others in a small signed log; and the command that checks what it hands out. */
public final class TrialDay {

    /** How the command ended and what it said. */
    public record Ended(int code, String said) {}

    public static final SigningKey KEY = SigningKey.generate("lianxin.example/log", SignatureType.ED25519);

    private static final Instant NOW = Instant.parse("2026-11-30T17:00:00Z");

    private final Map<String, String> fields;
    private final Map<String, Salt> salts = new HashMap<>();
    private final byte[] manifest;
    private final LogProof entry;

    /** @param before how many entries stand before it, and so many behind it */
    public TrialDay(String day, Hash root, int size, int before) {
        fields = Map.of(DayProof.DAY, day, DayProof.ROOT, root.toString(), DayProof.SIZE, Integer.toString(size));
        fields.keySet().forEach(name -> salts.put(name, Salt.random()));
        manifest = Manifest.of(DayProof.KIND, DayProof.subject(day), NOW, fields, salts)
                .bytes();
        var leaves = IntStream.rangeClosed(0, 2 * before)
                .mapToObj(i -> Hash.ofLeaf(i == before ? manifest : bytes("another " + i)))
                .toList();
        var point = new Checkpoint("lianxin.example/log", leaves.size(), rootOf(leaves));
        entry = new LogProof(
                Optional.of(manifest),
                before,
                pathOf(leaves, before),
                new SignedNote(point.text(), List.of(KEY.sign(point.text(), NOW))));
    }

    /** As long for every day. */
    public byte[] manifest() {
        return manifest.clone();
    }

    public DayProof proof(String content, Salt salt, int place, List<Hash> path) {
        return proof(content, salt, new TreeMap<>(), place, path);
    }

    public DayProof proof(
            String content, Salt salt, SortedMap<Integer, DayProof.OpenedFile> files, int place, List<Hash> path) {
        var opened = new TreeMap<String, DayProof.Opened>();
        salts.forEach((name, one) -> opened.put(name, new DayProof.Opened(one, fields.getOrDefault(name, ""))));
        return new DayProof(content, salt, DayProof.commit(salt, content), files, place, path, opened, entry);
    }

    public static Hash rootOf(List<Hash> leaves) {
        var tree = new GrowingTree();
        leaves.forEach(tree::add);
        return tree.root();
    }

    public static List<Hash> pathOf(List<Hash> leaves, int place) {
        return new Tree(
                        leaves.size(),
                        (level, index) -> rootOf(leaves.subList((int) (index << level), (int) ((index + 1) << level))))
                .inclusion(place);
    }

    /** {@code ./lianxin verify} with these words behind it. */
    public static Ended verify(Path file, String... options) {
        var said = new ByteArrayOutputStream();
        var words = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(file.toString()), java.util.stream.Stream.of(options))
                .toArray(String[]::new);
        var code = new VerifyMain(
                        Options.of(words), Clock.systemUTC(), new PrintStream(said, true, StandardCharsets.UTF_8))
                .run();
        return new Ended(code, said.toString(StandardCharsets.UTF_8));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
