package cn.lianxin.platform.witness;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.JavaProcess;
import cn.lianxin.platform.note.Checkpoint;
import cn.lianxin.platform.note.SignatureLine;
import cn.lianxin.platform.note.VerifierKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./lianxin witness} as the union starts it: what it answers, prints and keeps, also when it is killed. */
@Tag("slow")
class WitnessProcessTest {

    private record Signed(long old, long size) {}

    private final TrialLog log = new TrialLog("一", 1000);
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<JavaProcess> started = new ArrayList<>();

    @TempDir
    Path directory;

    @AfterEach
    void stop() {
        started.forEach(JavaProcess::close);
        client.close();
        log.close();
    }

    @Test
    void it_cosigns_what_goes_on_and_follows_a_log_by_itself_and_keeps_its_key() throws Exception {
        var witness = start("--log=" + log.address());
        witness.awaits("— union.example/w ");

        assertThat(kept().size()).isEqualTo(1000);
        var key =
                VerifierKey.parse(witness.awaits("(?m)^union\\.example/w\\+.*$").group());
        witness.kill();
        var again = start();

        assertThat(VerifierKey.parse(
                        again.awaits("(?m)^union\\.example/w\\+.*$").group()))
                .isEqualTo(key);
        assertThat(send(again, log.request(5, 1000, log.key))).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
            assertThat(answer.body()).isEqualTo("1000\n");
        });
        var line = SignatureLine.parse(
                send(again, log.request(1000, 1000, log.key)).body().strip());
        assertThat(log.note(1000, log.key).with(line).signedBy(List.of(key))).containsExactly(key);
    }

    @Test
    void a_second_one_on_the_same_directory_does_not_start() {
        address(start());
        var second = start();

        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.output()).contains("这个目录已经有一个见证在用");
    }

    @Test
    void a_fork_is_refused_and_both_checkpoints_are_printed() throws Exception {
        var witness = start();
        assertThat(send(witness, log.request(0, 600, log.key)).statusCode()).isEqualTo(200);
        try (var forged = new TrialLog("二", 1000)) {
            var longer = send(witness, forged.request(600, 1000, log.key));
            var asLong = send(witness, forged.request(600, 600, log.key));

            assertThat(longer.statusCode()).isEqualTo(422);
            assertThat(asLong.statusCode()).isEqualTo(409);
            witness.awaits("账本分了叉");
            for (var note : List.of(log.note(600, log.key), forged.note(1000, log.key), forged.note(600, log.key))) {
                witness.awaits(Pattern.quote(note.toString()));
            }
            assertThat(send(witness, forged.request(600, 1000, forged.key)).statusCode())
                    .isEqualTo(403);
        }
        try (var files = Files.list(directory)) {
            var evidence = files.filter(file -> file.getFileName().toString().startsWith("fork-"))
                    .toList();
            assertThat(evidence)
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .contains(log.note(600, log.key).toString()));
        }
        assertThat(kept().size()).isEqualTo(600);
        assertThat(send(witness, log.request(600, 1000, log.key)).statusCode())
                .as("the log that goes on is cosigned afterwards")
                .isEqualTo(200);
    }

    /** Whatever comes at once, what it has signed is one chain: each goes on from the one that it signed before. */
    @Test
    void a_thousand_requests_at_once_never_make_it_cosign_a_rollback() {
        var witness = start();
        var address = address(witness);
        var newest = new AtomicLong();
        var signed = new ConcurrentLinkedQueue<Signed>();
        var random = new Random(7);
        var sizes = random.ints(1000, 1, 1001).boxed().toList();

        try (var threads = Executors.newFixedThreadPool(32)) {
            for (var wanted : sizes) {
                threads.submit(() -> {
                    var old = newest.get();
                    // One in three asks for what lies behind what is known.
                    var size = wanted % 3 == 0 ? wanted : Math.max(wanted, old);
                    var answer = send(address, log.request(old, size, log.key));
                    if (answer.statusCode() == 200) {
                        signed.add(new Signed(old, size));
                        newest.accumulateAndGet(size, Math::max);
                    } else if (answer.statusCode() == 409) {
                        newest.accumulateAndGet(Long.parseLong(answer.body().strip()), Math::max);
                    }
                    return answer.statusCode();
                });
            }
        }

        var chain = signed.stream()
                .filter(one -> one.old() != one.size())
                .sorted(Comparator.comparingLong(Signed::size))
                .toList();
        assertThat(chain).hasSizeGreaterThan(3);
        var before = 0L;
        for (var one : chain) {
            assertThat(one.old()).as("it goes on from what was signed before").isEqualTo(before);
            before = one.size();
        }
        assertThat(kept().size()).isEqualTo(before);
        assertThat(signed).allSatisfy(one -> assertThat(one.old()).isLessThanOrEqualTo(one.size()));
    }

    /** The signal comes in the middle of requests: whatever was answered before lies on the disk. */
    @Test
    void killed_between_two_requests_it_has_kept_what_it_answered_and_does_not_go_back() throws Exception {
        var random = new Random(3);
        var answered = 0L;
        for (var round = 0; round < 8; round++) {
            var witness = start();
            var address = address(witness);
            var killing = Thread.ofVirtual().unstarted(() -> {
                try {
                    Thread.sleep(Duration.ofMillis(150 + random.nextInt(250)));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                witness.kill();
            });
            var kept = answered == 0 ? 0 : kept().size();
            assertThat(kept).as("what was answered is kept, round " + round).isGreaterThanOrEqualTo(answered);
            killing.start();
            for (var size = kept + 1; size <= log.size(); size++) {
                try {
                    var answer = send(address, log.request(size - 1, size, log.key));
                    assertThat(answer.statusCode()).isEqualTo(200);
                    answered = size;
                } catch (IOException dead) {
                    break;
                }
            }
            killing.join();
        }

        assertThat(answered).isGreaterThan(8);
        assertThat(kept().size()).isBetween(answered, answered + 1);
        var again = start();
        assertThat(send(again, log.request(0, answered - 1, log.key)).statusCode())
                .isEqualTo(409);
    }

    private JavaProcess start(String... more) {
        var arguments = new ArrayList<>(List.of(
                "--log-key=" + log.key.verifier(),
                "--name=union.example/w",
                "--directory=" + directory,
                "--host=127.0.0.1",
                "--port=0"));
        arguments.addAll(List.of(more));
        var process = JavaProcess.start(WitnessMain.class.getName(), arguments);
        started.add(process);
        return process;
    }

    private static URI address(JavaProcess witness) {
        var port = witness.awaits("Witnessing at port ([0-9]+)").group(1);
        return URI.create("http://127.0.0.1:" + port + "/add-checkpoint");
    }

    private HttpResponse<String> send(JavaProcess witness, String request) throws Exception {
        return send(address(witness), request);
    }

    private HttpResponse<String> send(URI address, String request) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(address)
                        .POST(BodyPublishers.ofString(request))
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                BodyHandlers.ofString());
    }

    private Checkpoint kept() {
        return Checkpoint.parse(
                new WitnessState(directory).newest().orElseThrow().text());
    }
}
