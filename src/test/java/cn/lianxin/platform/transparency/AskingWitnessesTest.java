package cn.lianxin.platform.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.JavaProcess;
import cn.lianxin.ProductTest;
import cn.lianxin.platform.note.SignatureType;
import cn.lianxin.platform.note.SigningKey;
import cn.lianxin.platform.note.VerifierKey;
import cn.lianxin.platform.outgoing.OutgoingCalls;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
class AskingWitnessesTest {

    @Autowired
    Environment environment;

    @Autowired
    PublicLog log;

    @Autowired
    LogClock clock;

    @Autowired
    LogKeys keys;

    @Autowired
    Policy policy;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    Tiles tiles;

    @Autowired
    OutgoingCalls calls;

    @Autowired
    TransactionTemplate transactions;

    @TempDir
    Path directory;

    private final SigningKey own = SigningKey.generate("union.example/own", SignatureType.COSIGNATURE);
    private final List<String> asked = new ArrayList<>();

    @BeforeEach
    void grow() {
        transactions.executeWithoutResult(_ -> log.record(
                new Publication("trial", "witnessed:" + System.nanoTime(), new TreeMap<>(Map.of("a", "b")))));
        clock.tick();
    }

    @AfterEach
    void nobody_witnesses_any_more() throws IOException {
        Files.deleteIfExists(file());
    }

    @Test
    void a_witness_on_another_machine_cosigns_what_the_log_has_grown_by() throws Exception {
        try (var witness = JavaProcess.start(
                "cn.lianxin.platform.witness.WitnessMain",
                List.of(
                        "--log-key=" + keys.verifiers().getLast(),
                        "--name=union.example/w",
                        "--directory=" + directory,
                        "--host=127.0.0.1",
                        "--port=0"))) {
            var port = witness.awaits("Witnessing at port ([0-9]+)").group(1);
            var key = VerifierKey.parse(
                    witness.awaits("(?m)^union\\.example/w\\+.*$").group());
            believe(key, "http://127.0.0.1:" + port);
            var asking = asking();

            asking.ask();
            assertThat(newest(key)).containsExactly(key);
            grow();
            assertThat(newest(key)).as("the next one is not cosigned yet").isEmpty();
            asking.ask();
            assertThat(newest(key)).containsExactly(key);

            // Another node knows nothing of what was asked before, and is told.
            grow();
            asking().ask();
            assertThat(newest(key)).containsExactly(key);
        }
    }

    @Test
    void what_is_no_cosignature_of_its_own_is_not_kept() throws Exception {
        var stranger = SigningKey.generate("union.example/own", SignatureType.COSIGNATURE);
        for (var answer : List.<Function<String, String>>of(
                _ -> "nonsense\n",
                _ -> "",
                note -> stranger.sign(note, Instant.now()) + "\n",
                note -> own.sign(note + "x", Instant.now()) + "\n")) {
            answering(200, answer, () -> {
                asking().ask();

                assertThat(checkpoints.newest().orElseThrow().note().signatures())
                        .noneMatch(line -> line.name().equals("union.example/own"));
            });
        }
        answering(200, note -> own.sign(note, Instant.now()) + "\n", () -> {
            asking().ask();

            assertThat(newest(own.verifier())).containsExactly(own.verifier());
        });
    }

    @Test
    void a_witness_that_has_seen_more_or_refuses_or_is_gone_is_left_in_peace() throws Exception {
        answering(409, _ -> "999999999\n", () -> {
            asking().ask();
            assertThat(asked).as("asked once more, and no further").hasSize(2);
        });
        answering(422, _ -> "not consistent\n", () -> {
            asking().ask();
            assertThat(asked).hasSize(1);
        });
        believe(own.verifier(), "http://127.0.0.1:9");

        asking().ask();

        assertThat(newest(own.verifier())).isEmpty();
    }

    private void answering(int status, Function<String, String> answer, Runnable then) throws IOException {
        asked.clear();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/add-checkpoint", exchange -> {
            var request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(request.lines().findFirst().orElse(""));
            var note = request.substring(request.indexOf("\n\n") + 2);
            var bytes = answer.apply(note.substring(0, note.lastIndexOf("\n\n") + 1))
                    .getBytes(StandardCharsets.UTF_8);
            try (exchange) {
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
        try {
            believe(own.verifier(), "http://127.0.0.1:" + server.getAddress().getPort());
            then.run();
        } finally {
            server.stop(0);
        }
    }

    private void believe(VerifierKey key, String address) throws IOException {
        Files.writeString(file(), "witness union " + key + " " + address + "\nquorum union\n");
    }

    private Path file() {
        return Path.of(environment.getRequiredProperty("lianxin.transparency.directory"))
                .resolve("log-witnesses.policy");
    }

    private List<VerifierKey> newest(VerifierKey key) {
        return checkpoints.newest().orElseThrow().note().signedBy(List.of(key));
    }

    private AskingWitnesses asking() {
        return new AskingWitnesses(policy, checkpoints, tiles, calls);
    }
}
