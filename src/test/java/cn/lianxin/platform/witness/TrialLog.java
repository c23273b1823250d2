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
import cn.lianxin.platform.witness.Openings.Opening;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A log with entries, as files and at an address of its own, of which any file can be exchanged. */
final class TrialLog implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    final SigningKey key = SigningKey.generate("lianxin.example/log", SignatureType.ED25519);
    final SigningKey witness = SigningKey.generate("union.example/w", SignatureType.COSIGNATURE);
    final Map<String, byte[]> files = new ConcurrentHashMap<>();

    private final List<byte[]> entries = new ArrayList<>();
    private final List<Map<String, String>> contents = new ArrayList<>();
    private final List<Map<String, String>> salts = new ArrayList<>();
    private Map<GrowingTiles.Place, byte[]> tiles = Map.of();
    private Optional<HttpServer> server = Optional.empty();

    /** @param words by which the entries of two logs differ */
    TrialLog(String words, int size) {
        for (var i = 0; i < size; i++) {
            var content = Map.of("amount", Integer.toString(3000 + i), "words", words + i);
            var salt = new HashMap<String, Salt>();
            content.keySet().forEach(name -> salt.put(name, Salt.random()));
            entries.add(Manifest.of("trial", "trial:" + i, NOW, content, salt).bytes());
            contents.add(content);
            salts.add(salt.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, one -> one.getValue().toString())));
        }
        write();
    }

    /** An entry that no manifest can be. */
    TrialLog and(byte[] entry) {
        entries.add(entry);
        contents.add(Map.of());
        salts.add(Map.of());
        write();
        return this;
    }

    private void write() {
        tiles = new GrowingTiles(0, _ -> new byte[0])
                .add(entries.stream().map(Hash::ofLeaf).toList());
        var size = entries.size();
        tiles.forEach((place, bytes) ->
                files.put(Tile.of(place.level(), place.index(), size).path(), bytes));
        for (var index = 0; index * Tile.WIDTH < size; index++) {
            var tile = Tile.of(Tile.ENTRIES, index, size);
            var from = index * Tile.WIDTH;
            if (entries.subList(from, from + tile.width()).stream()
                    .allMatch(one -> one.length <= EntryBundle.LARGEST)) {
                files.put(tile.path(), EntryBundle.of(entries.subList(from, from + tile.width())));
            }
            open(index);
        }
        files.put("checkpoint", bytes(note(size, NOW).toString()));
        files.put("key", bytes(key.verifier() + "\n"));
        files.put("published", bytes(""));
    }

    private void open(int index) {
        var tile = Tile.of(Tile.ENTRIES, index, entries.size());
        var openings = new ArrayList<Opening>();
        for (var i = index * Tile.WIDTH; i < index * Tile.WIDTH + tile.width(); i++) {
            openings.add(new Opening.Open(salts.get(i), Optional.of(contents.get(i))));
        }
        files.put("openings/" + index + "/" + tile.width(), Openings.write(openings));
    }

    /** What the database says now is another thing. */
    void alter(int entry, String field, String to) {
        var altered = new HashMap<>(contents.get(entry));
        altered.put(field, to);
        contents.set(entry, altered);
        open(entry / Tile.WIDTH);
    }

    int size() {
        return entries.size();
    }

    byte[] entry(int index) {
        return entries.get(index);
    }

    Tree tree(long size) {
        return new Tree(
                size,
                new TileParts(
                        size,
                        tile -> Arrays.copyOf(
                                tiles.getOrDefault(new GrowingTiles.Place(tile.level(), tile.index()), new byte[0]),
                                tile.width() * Hash.BYTES)));
    }

    /** @param at when the witness says that it saw it */
    SignedNote note(long size, Instant at) {
        var point = new Checkpoint("lianxin.example/log", size, tree(size).root());
        return new SignedNote(point.text(), List.of(key.sign(point.text(), at), witness.sign(point.text(), at)));
    }

    /** As another who has the key would sign it. */
    SignedNote note(long size, SigningKey by) {
        var point = new Checkpoint("lianxin.example/log", size, tree(size).root());
        return new SignedNote(point.text(), List.of(by.sign(point.text(), NOW)));
    }

    String proof(int index) {
        return new LogProof(Optional.of(entries.get(index)), index, tree(size()).inclusion(index), note(size(), NOW))
                .toString();
    }

    String request(long old, long size, SigningKey by) {
        return "old " + old + "\n"
                + (old > size ? List.<Hash>of() : tree(size).consistency(old))
                        .stream().map(hash -> hash + "\n").collect(Collectors.joining())
                + "\n" + note(size, by);
    }

    String policy() {
        return "log " + key.verifier() + "\nwitness union " + witness.verifier() + "\nquorum union\n";
    }

    String address() {
        if (server.isEmpty()) {
            try {
                var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                started.createContext("/log/", exchange -> {
                    var file = Optional.ofNullable(
                            files.get(exchange.getRequestURI().getPath().substring("/log/".length())));
                    try (exchange) {
                        exchange.sendResponseHeaders(
                                file.isPresent() ? 200 : 404,
                                file.filter(one -> one.length > 0).isPresent() ? file.get().length : -1);
                        if (file.filter(one -> one.length > 0).isPresent()) {
                            exchange.getResponseBody().write(file.get());
                        }
                    }
                });
                started.start();
                server = Optional.of(started);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return "http://127.0.0.1:" + server.get().getAddress().getPort();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.ifPresent(one -> one.stop(0));
    }
}
