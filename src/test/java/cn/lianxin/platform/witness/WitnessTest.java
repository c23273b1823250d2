package cn.lianxin.platform.witness;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.platform.merkle.GrowingTiles;
import cn.lianxin.platform.merkle.Hash;
import cn.lianxin.platform.merkle.TileParts;
import cn.lianxin.platform.merkle.Tree;
import cn.lianxin.platform.note.Checkpoint;
import cn.lianxin.platform.note.SignatureLine;
import cn.lianxin.platform.note.SignatureType;
import cn.lianxin.platform.note.SignedNote;
import cn.lianxin.platform.note.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTest {

    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    private final SigningKey log = SigningKey.generate("lianxin.example/log", SignatureType.ED25519);
    private final SigningKey union = SigningKey.generate("union.example/w", SignatureType.COSIGNATURE);
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    @Test
    void what_goes_on_from_before_is_cosigned_and_kept_before_it_is_answered() {
        var witness = witness();
        var tree = tree("a", 300);

        var first = witness.add(request(tree, 0, 5));
        var second = witness.add(request(tree, 5, 300));

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(200);
        var line = SignatureLine.parse(second.body().strip());
        assertThat(note(tree, 300).with(line).signedBy(List.of(union.verifier())))
                .containsExactly(union.verifier());
        assertThat(kept().size()).isEqualTo(300);
        assertThat(witness().size()).isEqualTo(300);
    }

    @Test
    void each_refusal_is_the_one_of_the_protocol() {
        var witness = witness();
        var tree = tree("a", 300);
        witness.add(request(tree, 0, 5));
        var stranger = SigningKey.generate("lianxin.example/log", SignatureType.ED25519);

        assertThat(witness.add(request(tree, 4, 300))).isEqualTo(new Witness.Answer(409, "5\n"));
        assertThat(witness.add(request(tree, 5, 300).replace("lianxin.example", "another.example"))
                        .status())
                .isEqualTo(404);
        assertThat(witness.add(request(tree, 5, 300, stranger)).status()).isEqualTo(403);
        assertThat(witness.add(request(tree, 5, 300).replace("old 5", "old 301"))
                        .status())
                .isEqualTo(400);
        assertThat(witness.add(request(tree, 5, 300).replace("old 5", "old 05")).status())
                .isEqualTo(400);
        assertThat(witness.add("nonsense").status()).isEqualTo(400);
        assertThat(witness.add("old 5\n" + (Hash.EMPTY + "\n").repeat(64) + "\n" + note(tree, 300))
                        .status())
                .isEqualTo(400);
        assertThat(witness.add("old 5\n\n" + note(tree, 300)).status()).isEqualTo(422);
        assertThat(kept().size()).isEqualTo(5);
    }

    @Test
    void a_fork_is_not_signed_and_both_checkpoints_are_printed_and_kept() throws Exception {
        var witness = witness();
        var honest = tree("a", 300);
        var forged = tree("b", 300);
        witness.add(request(honest, 0, 200));

        assertThat(witness.add(request(forged, 200, 300)).status()).isEqualTo(422);
        assertThat(witness.add(request(forged, 200, 200)).status()).isEqualTo(409);

        var output = printed.toString(StandardCharsets.UTF_8);
        assertThat(output)
                .contains(note(honest, 200).toString())
                .contains(note(forged, 300).toString());
        assertThat(output).contains(note(forged, 200).toString()).contains("改写");
        try (var files = Files.list(directory)) {
            var evidence = files.filter(file -> file.getFileName().toString().startsWith("fork-"))
                    .toList();
            assertThat(evidence).hasSize(2);
            assertThat(Files.readString(evidence.getFirst()))
                    .contains(note(honest, 200).toString());
        }
        assertThat(kept().size()).isEqualTo(200);
    }

    @Test
    void a_thousand_requests_at_once_never_cosign_a_rollback() throws Exception {
        var witness = witness();
        var tree = tree("a", 1000);
        var random = new Random(1);
        var sizes =
                IntStream.range(0, 1000).mapToObj(_ -> 1 + random.nextInt(1000)).toList();
        var rolledBack = new ConcurrentLinkedQueue<Integer>();
        var cosigned = new ConcurrentLinkedQueue<Integer>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var size : sizes) {
                threads.submit(() -> {
                    for (var attempt = 0; attempt < 6; attempt++) {
                        var old = (int) witness.size();
                        if (witness.add(request(tree, Math.min(old, size), size))
                                        .status()
                                == 200) {
                            cosigned.add(size);
                            if (kept().size() < size) {
                                rolledBack.add(size);
                            }
                        }
                    }
                });
            }
        }

        assertThat(cosigned).isNotEmpty();
        assertThat(rolledBack).isEmpty();
        assertThat(kept().size())
                .isEqualTo(cosigned.stream().mapToInt(size -> size).max().orElseThrow());
    }

    @Test
    void it_answers_by_http_and_follows_a_log_by_itself() throws Exception {
        var witness = witness();
        var tree = tree("a", 600);
        var server = WitnessMain.start(witness, new InetSocketAddress("127.0.0.1", 0));
        try (var client = HttpClient.newHttpClient()) {
            var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/add-checkpoint");
            var stale = client.send(
                    HttpRequest.newBuilder(address)
                            .POST(HttpRequest.BodyPublishers.ofString(request(tree, 3, 600)))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(stale.statusCode()).isEqualTo(409);
            assertThat(stale.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
        } finally {
            server.stop(0);
        }

        var answer = new Following(files(tree, 600), witness).follow();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(witness.size()).isEqualTo(600);
    }

    private Witness witness() {
        return new Witness(
                log.verifier(),
                union,
                new WitnessState(directory),
                Clock.systemUTC(),
                new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private Checkpoint kept() {
        return Checkpoint.parse(
                new WitnessState(directory).newest().orElseThrow().text());
    }

    private static Map<GrowingTiles.Place, byte[]> tree(String name, int size) {
        var leaves = new ArrayList<Hash>();
        for (var i = 0; i < size; i++) {
            leaves.add(Hash.ofLeaf((name + i).getBytes(StandardCharsets.UTF_8)));
        }
        return new HashMap<>(new GrowingTiles(0, _ -> new byte[0]).add(leaves));
    }

    private static Tree at(Map<GrowingTiles.Place, byte[]> tiles, long size) {
        return new Tree(size, new TileParts(size, source(tiles)));
    }

    private static TileParts.Source source(Map<GrowingTiles.Place, byte[]> tiles) {
        return tile ->
                Arrays.copyOf(tiles.get(new GrowingTiles.Place(tile.level(), tile.index())), tile.width() * Hash.BYTES);
    }

    private SignedNote note(Map<GrowingTiles.Place, byte[]> tiles, long size) {
        return note(tiles, size, log);
    }

    private SignedNote note(Map<GrowingTiles.Place, byte[]> tiles, long size, SigningKey by) {
        var point = new Checkpoint("lianxin.example/log", size, at(tiles, size).root());
        return new SignedNote(point.text(), List.of(by.sign(point.text(), NOW)));
    }

    private String request(Map<GrowingTiles.Place, byte[]> tiles, long old, long size) {
        return request(tiles, old, size, log);
    }

    private String request(Map<GrowingTiles.Place, byte[]> tiles, long old, long size, SigningKey by) {
        return "old " + old + "\n"
                + at(tiles, size).consistency(old).stream()
                        .map(hash -> hash + "\n")
                        .collect(Collectors.joining())
                + "\n" + note(tiles, size, by);
    }

    private LogFiles files(Map<GrowingTiles.Place, byte[]> tiles, long size) {
        return path -> path.equals("checkpoint")
                ? note(tiles, size).toString().getBytes(StandardCharsets.UTF_8)
                : source(tiles).read(cn.lianxin.platform.merkle.Tile.parse(path));
    }
}
