package cn.lianxin.survival;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.HowOften;
import cn.lianxin.survival.Filing.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
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
    private static final int DRAFTS = 8;
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
    private final Map<Mode, Map<String, Long>> undisturbed = new EnumMap<>(Mode.class);
    private final List<Filing> all = new ArrayList<>();
    private KillableDatabase database;
    private KillableNode node;
    private Phone desk;
    private Phone auditor;
    private List<Phone> workers;
    private int words;

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
        desk = signedIn(People.DESK);
        auditor = signedIn(People.AUDITOR);
        workers = new ArrayList<>();
        for (var worker = 0; worker < People.WORKERS; worker++) {
            workers.add(signedIn(People.worker(worker)));
        }
    }

    private Phone signedIn(String staffNumber) throws IOException {
        var phone = new Phone(node);
        phone.signIn(staffNumber);
        return phone;
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
        knowOneOfEachUndisturbed();

        var killed = new EnumMap<Killed, Integer>(Killed.class);
        for (var round = 1; round <= ROUNDS; round++) {
            var victim = Killed.values()[(round - 1) % 3];
            killed.merge(victim, 1, Integer::sum);
            round(round, victim);
        }

        var unanswered = all.stream().filter(filing -> !filing.acknowledged()).count();
        System.out.printf(
                "survival: %s; %d filings, %d of them without an answer at first%n", killed, all.size(), unanswered);
        try (var traces = new Traces(database)) {
            assertThat(traces.strings("select distinct words from concern.concern"))
                    .hasSameSizeAs(traces.strings("select id::text from concern.concern"));
            mustBeKeptOnDisk(traces);
        }
        assertThat(node.runs("--lianxin.clockwork=false", "--lianxin.transparency.task=verify"))
                .as("the public log verifies, see " + node.log())
                .isZero();
    }

    private void mustBeKeptOnDisk(Traces traces) {
        assertThat(traces.strings("show fsync")).containsExactly("on");
        assertThat(traces.strings("show synchronous_commit")).containsExactly("on");
        assertThat(traces.strings("show full_page_writes")).containsExactly("on");
    }

    private void knowOneOfEachUndisturbed() throws Exception {
        for (var mode : Mode.values()) {
            var filing = file(workers.getFirst(), mode);
            assertThat(filing.acknowledged()).as(mode.name()).isTrue();
            all.add(filing);
            try (var traces = new Traces(database)) {
                Waiting.until(Duration.ofSeconds(30), traces::undone, undone -> undone == 0);
                undisturbed.put(mode, traces.of(traces.with(filing.word()).getFirst()));
            }
        }
        assertThat(undisturbed.get(Mode.NAMED))
                .as("of a filing there are its step, what it is found by, who watches it, and the message to the desk")
                .containsKeys(
                        "concern.step", "concern.search", "concern.receipt", "concern.sending", "escalation.watch")
                .containsEntry("messages", 1L);
    }

    private void round(int round, Killed victim) throws Exception {
        var filings = fileUntilKilled(victim);
        all.addAll(filings);
        if (victim != Killed.SERVER) {
            database.start();
        }
        if (victim != Killed.DATABASE) {
            node.start();
        }
        node.awaitPage();
        var acknowledged = filings.stream().filter(Filing::acknowledged).toList();
        var open = filings.stream().filter(filing -> !filing.acknowledged()).toList();
        System.out.printf(
                "survival: round %d, %s killed after %d filings, %d without an answer%n",
                round, victim, acknowledged.size(), open.size());
        try (var traces = new Traces(database)) {
            var story = "round " + round + ", " + victim + ", seed " + SEED;
            acknowledged.forEach(filing -> mustStandOnce(filing, traces, story));
            open.forEach(filing -> assertThat(traces.with(filing.word()))
                    .as(story + ": without an answer " + filing.word())
                    .hasSizeLessThanOrEqualTo(1));
            sendAgain(filings, traces, story);
            mustBeWhole(filings, traces, story);
            mustBeFound(filings, traces, story);
            mustBeLogged(traces, story);
            assertThat(traces.halves()).as(story).isEmpty();
        }
    }

    /** Drafts are written in peace; then all send at once, and on, until nobody answers any more. */
    private List<Filing> fileUntilKilled(Killed victim) throws Exception {
        var filings = new ConcurrentLinkedQueue<Filing>();
        var ready = new CountDownLatch(workers.size());
        var go = new CountDownLatch(1);
        var moment = random.nextInt(LATEST_MOMENT);
        var threads = new ArrayList<Thread>();
        for (var worker : workers) {
            var modes = new Random(random.nextLong());
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    var drafts = new ArrayList<Filing>();
                    try {
                        for (var i = 0; i < DRAFTS; i++) {
                            drafts.add(draft(worker, Mode.values()[modes.nextInt(3)]));
                        }
                    } finally {
                        ready.countDown();
                    }
                    go.await();
                    for (var draft : drafts) {
                        if (!send(draft, filings)) {
                            return;
                        }
                    }
                    while (send(draft(worker, Mode.values()[modes.nextInt(3)]), filings)) {
                        // Until nobody answers.
                    }
                } catch (IOException nobodyAnswers) {
                    // A draft that could not be written was not sent.
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        ready.await();
        go.countDown();
        Thread.sleep(moment);
        switch (victim) {
            case SERVER -> node.kill();
            case DATABASE -> database.kill();
            case BOTH -> {
                var first = Thread.ofPlatform().start(database::kill);
                node.kill();
                first.join();
            }
        }
        for (var thread : threads) {
            thread.join();
        }
        return List.copyOf(filings);
    }

    private static boolean send(Filing draft, ConcurrentLinkedQueue<Filing> filings) {
        Optional<Phone.Slip> slip;
        try {
            slip = draft.by().sends(draft.token(), draft.mode());
        } catch (IOException noAnswer) {
            slip = Optional.empty();
        }
        filings.add(new Filing(draft.by(), draft.word(), draft.token(), draft.mode(), slip));
        return slip.isPresent();
    }

    private Filing file(Phone worker, Mode mode) throws IOException {
        var draft = draft(worker, mode);
        return new Filing(worker, draft.word(), draft.token(), mode, worker.sends(draft.token(), mode));
    }

    private Filing draft(Phone worker, Mode mode) throws IOException {
        var word = nextWord();
        return new Filing(worker, word, worker.drafts("澡堂的水是凉的，第" + word + "次说。", mode), mode, Optional.empty());
    }

    private synchronized String nextWord() {
        return "n" + ++words + "z";
    }

    private static void mustStandOnce(Filing filing, Traces traces, String story) {
        var found = traces.with(filing.word());
        assertThat(found).as(story + ": acknowledged " + filing.word()).hasSize(1);
        assertThat(traces.numberOf(found.getFirst()))
                .as(story)
                .isEqualTo(filing.slip().orElseThrow().number());
        assertThat(traces.draftsUnder(filing.token())).as(story).isZero();
    }

    /** All that got no answer but for every third, and some that got one: the same form once more, as a phone does. */
    private void sendAgain(List<Filing> filings, Traces traces, String story) throws IOException {
        var again = 0;
        for (var filing : filings) {
            if (filing.acknowledged() ? again >= 5 : random.nextInt(3) == 0) {
                continue;
            }
            again++;
            var slip = filing.by().sends(filing.token(), filing.mode());
            assertThat(slip).as(story + ": sent again " + filing.word()).isPresent();
            filing.slip().ifPresent(before -> assertThat(slip).as(story).contains(before));
            assertThat(traces.with(filing.word()))
                    .as(story + ": sent again " + filing.word())
                    .hasSize(1);
        }
    }

    /** As one that nobody disturbed: also what follows a filing by itself. */
    private void mustBeWhole(List<Filing> filings, Traces traces, String story) {
        var undone = Waiting.until(Duration.ofSeconds(60), traces::undone, left -> left == 0);
        assertThat(undone).as(story + ": what follows a filing is not done").isZero();
        for (var filing : filings) {
            for (var concern : traces.with(filing.word())) {
                assertThat(traces.of(concern))
                        .as(story + ": " + filing.mode() + " " + filing.word())
                        .isEqualTo(undisturbed.get(filing.mode()));
            }
        }
    }

    private void mustBeFound(List<Filing> filings, Traces traces, String story) {
        var sought = new ArrayList<>(filings);
        java.util.Collections.shuffle(sought, random);
        for (var filing : sought.subList(0, Math.min(6, sought.size()))) {
            for (var concern : traces.with(filing.word())) {
                var address = "/concerns/" + traces.numberOf(concern);
                assertThat(Waiting.until(
                                Duration.ofSeconds(30),
                                () -> page(desk, "/search?q=" + filing.word()),
                                page -> page.contains(address)))
                        .as(story + ": found by " + filing.word())
                        .containsOnlyOnce(address + "?");
            }
        }
    }

    private void mustBeLogged(Traces traces, String story) throws IOException {
        assertThat(auditor.post("/audit/check", Map.of()).status()).as(story).isEqualTo(303);
        // The check itself is written down behind its end.
        assertThat(traces.unsealed()).as(story + ": entries without a place").isBetween(0L, 5L);
    }

    private static String page(Phone phone, String path) {
        try {
            return phone.get(path).body();
        } catch (IOException e) {
            return "";
        }
    }
}
