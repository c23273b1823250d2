package cn.lianxin.platform.witness;

import cn.lianxin.platform.manifest.Manifest;
import cn.lianxin.platform.manifest.Salt;
import cn.lianxin.platform.merkle.EntryBundle;
import cn.lianxin.platform.merkle.GrowingTiles;
import cn.lianxin.platform.merkle.Hash;
import cn.lianxin.platform.merkle.Tile;
import cn.lianxin.platform.merkle.TileParts;
import cn.lianxin.platform.merkle.Tree;
import cn.lianxin.platform.note.Checkpoint;
import cn.lianxin.platform.note.LogProof;
import cn.lianxin.platform.note.SignatureType;
import cn.lianxin.platform.note.SignedNote;
import cn.lianxin.platform.note.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes logs of the given sizes, each in a folder of its own, for programs of others: {@code WriteLogs FOLDER SIZE…}. */
final class WriteLogs {

    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    private final SigningKey log = SigningKey.generate("lianxin.example/log", SignatureType.ED25519);
    private final SigningKey witness = SigningKey.generate("union.example/w", SignatureType.COSIGNATURE);
    private final List<byte[]> entries = new ArrayList<>();
    private final Path folder;

    private WriteLogs(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        var writing = new WriteLogs(Path.of(arguments[0]));
        var before = 0;
        for (var size :
                Arrays.stream(arguments).skip(1).map(Integer::parseInt).sorted().toList()) {
            writing.write(size, before);
            before = size;
        }
    }

    private void write(int size, int before) throws IOException {
        while (entries.size() < size) {
            var salt = Salt.random();
            entries.add(Manifest.of(
                            "trial",
                            "trial:" + entries.size(),
                            NOW,
                            Map.of("a", "一" + entries.size()),
                            Map.of("a", salt))
                    .bytes());
        }
        var tiles = size == 0
                ? Map.<GrowingTiles.Place, byte[]>of()
                : new GrowingTiles(0, _ -> new byte[0])
                        .add(entries.stream().map(Hash::ofLeaf).toList());
        var tree = new Tree(
                size,
                new TileParts(
                        size,
                        tile -> tiles.getOrDefault(new GrowingTiles.Place(tile.level(), tile.index()), new byte[0])));
        var into = folder.resolve(Integer.toString(size));
        for (var one : tiles.entrySet()) {
            put(into, Tile.of(one.getKey().level(), one.getKey().index(), size).path(), one.getValue());
        }
        for (var index = 0; index * Tile.WIDTH < size; index++) {
            var tile = Tile.of(Tile.ENTRIES, index, size);
            put(
                    into,
                    tile.path(),
                    EntryBundle.of(entries.subList(index * Tile.WIDTH, index * Tile.WIDTH + tile.width())));
        }
        var point = new Checkpoint("lianxin.example/log", size, tree.root());
        var line = log.sign(point.text(), NOW);
        var cosigned = witness.sign(point.text(), NOW);
        var note = new SignedNote(point.text(), List.of(line, cosigned));
        put(into, "checkpoint", bytes(note.toString()));
        put(into, "key", bytes(log.verifier() + "\n"));
        put(into, "text", bytes(point.text()));
        put(into, "signature", line.signature());
        put(into, "public.der", der(log));
        put(into, "cosigned-text", bytes("cosignature/v1\ntime " + NOW.getEpochSecond() + "\n" + point.text()));
        put(into, "cosignature", Arrays.copyOfRange(cosigned.signature(), Long.BYTES, cosigned.signature().length));
        put(into, "witness.der", der(witness));
        put(
                into,
                "consistency",
                bytes(tree.consistency(before).stream().map(hash -> hash + "\n").collect(Collectors.joining())));
        if (size > 0) {
            for (var index : new TreeSet<>(
                    List.of(0, size / 2, size / 3, Math.max(0, size - 2), size - 1, Math.min(255, size - 1)))) {
                put(
                        into,
                        index + ".tlog-proof",
                        bytes(new LogProof(Optional.of(entries.get(index)), index, tree.inclusion(index), note)
                                .toString()));
            }
        }
    }

    private static byte[] der(SigningKey key) {
        var bytes = Arrays.copyOf(SPKI, SPKI.length + Hash.BYTES);
        System.arraycopy(key.verifier().publicKey(), 0, bytes, SPKI.length, Hash.BYTES);
        return bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void put(Path folder, String name, byte[] content) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.write(folder.resolve(name), content);
    }
}
