package cn.lianxin.survival;

import cn.lianxin.HowOften;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Workers send their concerns, and at some moment the server, the database or both are gone, by the signal that nobody can
 * catch. {@code ./lianxin survive} does it two hundred times.
 */
@Tag("slow")
@Tag("database")
class KilledProductTest {

    private static final int ROUNDS = Integer.getInteger("lianxin.survive.rounds", HowOften.of(1, 200));
    private static final long SEED = Long.getLong("lianxin.survive.seed", System.nanoTime());
    private static final int LATEST_MOMENT = 900;

    /** How the database is run otherwise than in an installation; to see this check fail. */
    private static final List<String> SETTINGS =
            List.of(System.getProperty("lianxin.survive.database", "").split(" ")).stream()
                    .filter(setting -> !setting.isBlank())
                    .toList();

    private enum Killed {
        DATABASE,
        BOTH,
        SERVER
    }

    private final Random random = new Random(SEED);
    private final List<Filing> all = new ArrayList<>();
    private KillableDatabase database;
    private KillableNode node;
    private Sending sending;
    private Standing standing;

    @BeforeEach
    void found() throws IOException {
        System.out.println("survival: " + ROUNDS + " rounds, -Dlianxin.survive.seed=" + SEED);
        var parent = Files.createDirectories(Path.of("target", "survival"));
        var directory = Files.createTempDirectory(parent, "run").toAbsolutePath();
        database = KillableDatabase.found(directory.resolve("database"), SETTINGS);
        var data = Files.createDirectories(directory.resolve("data"));
        People.found(database, data);
        node = new KillableNode(database, data, "node", "--lianxin.missed-after=PT3S", "--lianxin.missed-every=PT1S");
        node.start();
        node.awaitPage();
        sending = Sending.through(node, random);
        standing = new Standing(database, node, random);
    }

    @AfterEach
    void stop() {
        if (node != null) {
            node.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @Test
    void what_was_acknowledged_is_there_once_and_whole_whoever_is_killed_at_whatever_moment() throws Exception {
        all.addAll(standing.knowOneOfEach(sending));

        var killed = new EnumMap<Killed, Integer>(Killed.class);
        for (var round = 1; round <= ROUNDS; round++) {
            var victim = Killed.values()[(round - 1) % 3];
            killed.merge(victim, 1, Integer::sum);
            round(round, victim);
        }

        var unanswered = all.stream().filter(filing -> !filing.acknowledged()).count();
        System.out.printf(
                "survival: %s; %d filings, %d of them without an answer at first%n", killed, all.size(), unanswered);
        standing.mustHoldInTheEnd(node);
    }

    private void round(int round, Killed victim) throws Exception {
        var moment = Duration.ofMillis(random.nextInt(LATEST_MOMENT));
        var filings = sending.untilNobodyAnswers(() -> {
            Waiting.pause(moment);
            kill(victim);
        });
        all.addAll(filings);
        if (victim != Killed.SERVER) {
            database.start();
        }
        if (victim != Killed.DATABASE) {
            node.start();
        }
        node.awaitPage();
        var acknowledged = filings.stream().filter(Filing::acknowledged).count();
        System.out.printf(
                "survival: round %d, %s killed after %d filings, %d without an answer%n",
                round, victim, acknowledged, filings.size() - acknowledged);
        standing.mustHold(filings, "round " + round + ", " + victim + ", seed " + SEED);
    }

    private void kill(Killed victim) {
        switch (victim) {
            case SERVER -> node.kill();
            case DATABASE -> database.kill();
            case BOTH -> {
                var first = Thread.ofPlatform().start(database::kill);
                node.kill();
                try {
                    first.join();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
