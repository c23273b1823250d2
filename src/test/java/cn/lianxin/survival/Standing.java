package cn.lianxin.survival;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.survival.Filing.Mode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What must hold of everything that was sent, whoever was killed meanwhile. */
final class Standing {

    private static final Duration BY_ITSELF = Duration.ofSeconds(60);
    private static final Duration FOUND = Duration.ofSeconds(30);
    private static final int SENT_AGAIN = 5;
    private static final int SOUGHT = 6;

    private final Database database;
    private final Phone desk;
    private final Phone auditor;
    private final Random random;
    private final Map<Mode, Map<String, Long>> undisturbed = new EnumMap<>(Mode.class);

    Standing(Database database, Door door, Random random) throws IOException {
        this.database = database;
        this.desk = Phone.signedIn(door, People.DESK);
        this.auditor = Phone.signedIn(door, People.AUDITOR);
        this.random = random;
    }

    /** What one of each leaves that nobody disturbs; answers those. */
    List<Filing> knowOneOfEach(Sending sending) throws IOException, SQLException {
        var known = new ArrayList<Filing>();
        for (var mode : Mode.values()) {
            var filing = sending.one(mode);
            assertThat(filing.acknowledged()).as(mode.name()).isTrue();
            known.add(filing);
            try (var traces = new Traces(database)) {
                Waiting.until(FOUND, traces::undone, undone -> undone == 0);
                undisturbed.put(mode, traces.of(traces.with(filing.word()).getFirst()));
            }
        }
        assertThat(undisturbed.get(Mode.NAMED))
                .as("of a filing there are its step, what it is found by, who watches it, and the message to the desk")
                .containsKeys(
                        "concern.step", "concern.search", "concern.receipt", "concern.sending", "escalation.watch")
                .containsEntry("messages", 1L);
        return known;
    }

    void mustHold(List<Filing> filings, String story) throws IOException, SQLException {
        try (var traces = new Traces(database)) {
            for (var filing : filings) {
                if (filing.acknowledged()) {
                    mustStandOnce(filing, traces, story);
                } else {
                    assertThat(traces.with(filing.word()))
                            .as(story + ": without an answer " + filing.word())
                            .hasSizeLessThanOrEqualTo(1);
                }
            }
            sendAgain(filings, traces, story);
            mustBeWhole(filings, traces, story);
            mustBeFound(filings, traces, story);
            mustBeLogged(traces, story);
            assertThat(traces.halves()).as(story).isEmpty();
        }
    }

    /** In the end: no text twice, nothing kept otherwise than on the disk, and the public log verifies. */
    void mustHoldInTheEnd(KillableNode node) throws SQLException {
        try (var traces = new Traces(database)) {
            assertThat(traces.strings("select distinct words from concern.concern"))
                    .hasSameSizeAs(traces.strings("select id::text from concern.concern"));
            assertThat(traces.strings("show fsync")).containsExactly("on");
            assertThat(traces.strings("show synchronous_commit")).containsExactly("on");
            assertThat(traces.strings("show full_page_writes")).containsExactly("on");
        }
        assertThat(node.runs("--lianxin.clockwork=false", "--lianxin.transparency.task=verify"))
                .as("the public log verifies, see " + node.log())
                .isZero();
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
            if (filing.acknowledged() ? again >= SENT_AGAIN : random.nextInt(3) == 0) {
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
        var undone = Waiting.until(BY_ITSELF, traces::undone, left -> left == 0);
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
        Collections.shuffle(sought, random);
        for (var filing : sought.subList(0, Math.min(SOUGHT, sought.size()))) {
            for (var concern : traces.with(filing.word())) {
                var address = "/concerns/" + traces.numberOf(concern);
                assertThat(Waiting.until(
                                FOUND, () -> page("/search?q=" + filing.word()), page -> page.contains(address)))
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

    private String page(String path) {
        try {
            return desk.get(path).body();
        } catch (IOException e) {
            return "";
        }
    }
}
