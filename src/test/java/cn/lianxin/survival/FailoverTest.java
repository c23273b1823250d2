package cn.lianxin.survival;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.HowOften;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two products behind a load balancer on three database hosts; under load the host of the primary is gone, every other time
 * with one of the products. {@code ./lianxin failover} does it.
 */
@Tag("hours")
@Tag("database")
class FailoverTest {

    private static final int ROUNDS = Integer.getInteger("lianxin.failover.rounds", HowOften.of(2, 6));
    private static final long SEED = Long.getLong("lianxin.failover.seed", System.nanoTime());
    private static final int LATEST_MOMENT = 3_000;
    private static final int ENOUGH = 30;

    /** Far beyond what is wanted, which is printed beside what was measured. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(3);

    private static final int WANTED_SECONDS = 30;

    private final Random random = new Random(SEED);
    private final List<KillableNode> nodes = new ArrayList<>();
    private Cluster cluster;

    @BeforeEach
    void found() throws IOException, SQLException {
        System.out.println("failover: " + ROUNDS + " rounds, -Dlianxin.failover.seed=" + SEED);
        var parent = Files.createDirectories(Path.of("target", "survival"));
        var directory = Files.createTempDirectory(parent, "cluster").toAbsolutePath();
        cluster = Cluster.found(directory.resolve("hosts"));
        var shared = Files.createDirectories(directory.resolve("shared"));
        for (var name : List.of("here", "there")) {
            nodes.add(new KillableNode(
                    cluster, shared, name, "--lianxin.missed-after=PT3S", "--lianxin.missed-every=PT1S"));
        }
        cluster.distributeTo(nodes);
        People.found(cluster, shared);
        nodes.forEach(KillableNode::start);
        nodes.forEach(KillableNode::awaitPage);
        cluster.awaitPages();
    }

    @AfterEach
    void stop() {
        nodes.forEach(KillableNode::close);
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void what_was_acknowledged_is_there_once_and_whole_when_the_primary_is_gone() throws Exception {
        var sending = Sending.through(cluster, random);
        var standing = new Standing(cluster, cluster, random);
        standing.knowOneOfEach(sending);

        for (var round = 1; round <= ROUNDS; round++) {
            var gone = cluster.primary().orElseThrow();
            var withIt = round % 2 == 0 ? List.of(nodes.get(random.nextInt(2))) : List.<KillableNode>of();
            var acknowledged = new Acknowledged();
            var moment = Duration.ofMillis(1_000 + random.nextInt(LATEST_MOMENT));
            var filings = sending.throughout(acknowledged, () -> {
                Waiting.pause(moment);
                gone.kill();
                withIt.forEach(KillableNode::kill);
                cluster.awaitOtherThan(gone);
                acknowledged.await(ENOUGH, LONGEST_SILENCE);
            });

            System.out.printf(
                    "failover: round %d, %s gone%s; %d filings acknowledged, %d not; nobody was heard for %.1f s (wanted: %d)%n",
                    round,
                    gone.name(),
                    withIt.isEmpty() ? "" : " and a node",
                    acknowledged.count(),
                    filings.size() - acknowledged.count(),
                    acknowledged.longestSilence().toMillis() / 1000.0,
                    WANTED_SECONDS);
            assertThat(acknowledged.longestSilence()).isLessThan(LONGEST_SILENCE);
            for (var node : withIt) {
                node.start();
                node.awaitPage();
            }
            standing.mustHold(filings, "round " + round + ", seed " + SEED);
            cluster.start(gone);
            cluster.awaitAll();
        }
        standing.mustHoldInTheEnd(nodes.getFirst());
    }
}
