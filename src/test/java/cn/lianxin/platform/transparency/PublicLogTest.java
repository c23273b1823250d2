package cn.lianxin.platform.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.note.Checkpoint;
import cn.lianxin.platform.note.LogProof;
import cn.lianxin.platform.note.SignedNote;
import cn.lianxin.platform.witness.Verification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
class PublicLogTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PublicLog log;

    @Autowired
    LogClock clock;

    @Autowired
    Numbering numbering;

    @Autowired
    Signing signing;

    @Autowired
    Inspecting inspecting;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    LogKeys keys;

    @Autowired
    LogPaths paths;

    @Autowired
    SignedHeads heads;

    @Autowired
    List<Publications> rooms;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    long batch;
    long question;
    long period;

    @BeforeEach
    void something_of_each_kind_is_published() {
        clock.tick();
        transactions.executeWithoutResult(_ -> {
            batch = database.sql("""
                    insert into verdict.batch (unit, rolled_up, released_on, rated, solved, partly, not_solved, satisfied, fairly, not_satisfied)
                    values (7, false, date '2026-11-30', 9, 4, 3, 2, 5, 2, 2) returning id
                    """).query(Long.class).single();
            question = database.sql("""
                    insert into knowledge.question (concern, desk_unit, unit, matter, at)
                    select -coalesce(max(number), 0) - 1, 7, 7, 'A1', now() from knowledge.question returning number
                    """).query(Long.class).single();
            database.sql("""
                    insert into knowledge.wording (question, place, asked, answer, basis, state, proposed_by, proposed_at, first_by,
                        first_line, second_by, second_line, public_at)
                    values (:question, 1, '澡堂几点开', '早六点', '制度', 'PUBLIC', 1, now(), 2, 'OFFICE', 3, 'LEADERS', now())
                    """).param("question", question).update();
            period = database.sql("""
                    insert into spotcheck.period (begins, ends, seed, commitment, published_at, drawn_until)
                    select begins, begins + 7, decode(repeat('00', 32), 'hex'), repeat('a', 64), now(), begins
                    from (select date '2100-01-04' + 7 * (count(*)::int) as begins from spotcheck.period) p returning id
                    """).query(Long.class).single();
            database.sql("insert into spotcheck.rate (period, unit, answers_before, rate) values (:period, 7, 12, 0.5)")
                    .param("period", period)
                    .update();
            for (var subject : subjects()) {
                log.record(published(subject));
            }
        });
        clock.tick();
    }

    private List<String> subjects() {
        return List.of("batch:" + batch, "question:" + question + ":1", "draw:" + period);
    }

    private Publication published(String subject) {
        return rooms.stream()
                .flatMap(Publications::now)
                .filter(one -> one.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private List<String> faults() {
        try {
            return inspecting.inspect().orElseThrow().faults().stream()
                    .map(Unproven::getMessage)
                    .toList();
        } catch (Unproven fault) {
            return List.of(fault.getMessage());
        }
    }

    @Test
    void what_is_published_stands_in_the_log_and_agrees() {
        for (var subject : subjects()) {
            assertThat(faults()).noneMatch(fault -> fault.contains(subject));
        }
        var newest = checkpoints.newest().orElseThrow();
        newest.note().mustBeSignedBy(keys.verifiers());
        assertThat(newest.size())
                .isEqualTo(database.sql("select count(*) from transparency.entry where place is not null")
                        .query(Long.class)
                        .single());
    }

    /** With every lock of the database taken away, as whoever owns it can. */
    @Test
    void what_the_log_itself_consists_of_altered_in_sql_is_found() {
        var columns = new TreeMap<String, String>();
        for (var column : List.of("kind", "subject")) {
            columns.put(
                    "transparency.entry." + column,
                    "update transparency.entry set C = C || 'x' where subject = 'batch:' || :batch");
        }
        columns.put(
                "transparency.entry.manifest",
                "update transparency.entry set C = C || '\\x00'::bytea where subject = 'batch:' || :batch");
        columns.put(
                "transparency.entry.place",
                "update transparency.entry set C = C + 1000000 where subject = 'batch:' || :batch");
        columns.put(
                "transparency.entry.salts",
                "update transparency.entry set C = replace(C, '\":\"', '\":\"A') where subject = 'batch:' || :batch");
        columns.put(
                "transparency.entry.salts to nothing",
                "update transparency.entry set salts = null where subject = 'batch:' || :batch");
        columns.put(
                "transparency.tile.hashes",
                "update transparency.tile set C = set_byte(C, 3, (get_byte(C, 3) + 1) % 256) where level = 0 and index = 0");
        columns.put("transparency.tile.level", "update transparency.tile set C = 60 where level = 0 and index = 0");
        columns.put(
                "transparency.tile.index", "update transparency.tile set C = 1000000 where level = 0 and index = 0");
        // One letter alone is not in every checkpoint.
        columns.put(
                "transparency.checkpoint.note",
                "update transparency.checkpoint set C = translate(C, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'BCDEFGHIJKLMNOPQRSTUVWXYZA')");
        columns.put(
                "transparency.checkpoint.size",
                "update transparency.checkpoint set C = C + 1 where size = (select max(size) from transparency.checkpoint)");
        columns.put(
                "a batch that was never entered",
                "insert into verdict.batch (unit, rolled_up, released_on, rated, solved, partly, not_solved, satisfied, fairly, not_satisfied) values (7, false, date '2026-11-30', 9, 4, 3, 2, 5, 2, 2)");
        columns.put("a batch that was removed", "delete from verdict.batch where id = :batch");
        var before = faults();
        var unnoticed = new ArrayList<String>();

        columns.forEach((column, change) -> transactions.executeWithoutResult(transaction -> {
            List.of(
                            "verdict.batch",
                            "knowledge.wording",
                            "knowledge.question",
                            "spotcheck.period",
                            "spotcheck.rate",
                            "transparency.entry",
                            "transparency.tile",
                            "transparency.checkpoint")
                    .forEach(table -> Locks.takeAway(database, table));
            var statement = change.replaceAll("\\bC\\b", column.substring(column.lastIndexOf('.') + 1));
            var changed = database.sql(statement)
                    .params(Map.of("batch", batch, "question", question, "period", period))
                    .update();
            assertThat(changed).as(column).isPositive();
            if (faults().equals(before)) {
                unnoticed.add(column);
            }
            transaction.setRollbackOnly();
        }));

        assertThat(unnoticed).isEmpty();
        assertThat(faults()).isEqualTo(before);
    }

    @Test
    void what_was_rightly_taken_down_is_erased_and_every_other_proof_still_holds() {
        database.sql(
                        "insert into knowledge.taken_down (question, at, rule, by_person) values (:question, now(), 'MISTAKEN', 1)")
                .param("question", question)
                .update();

        clock.tick();

        var subject = "question:" + question + ":1";
        assertThat(faults()).noneMatch(fault -> fault.contains(subject));
        assertThat(faults()).noneMatch(fault -> fault.contains("batch:" + batch));
        assertThat(database.sql(
                                "select salts is null from transparency.entry where kind = 'knowledge.question' and subject = :subject")
                        .param("subject", subject)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(database.sql("select count(*) from transparency.entry where kind = :kind and subject = :subject")
                        .param("kind", Verification.ERASED)
                        .param("subject", subject)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void the_database_refuses_to_change_what_stands_there() {
        for (var change : List.of(
                "delete from transparency.entry",
                "update transparency.entry set manifest = '\\x00'",
                "update transparency.entry set place = place + 1",
                "update transparency.entry set salts = '{}'")) {
            assertThatThrownBy(() -> database.sql(change).update()).hasMessageContaining("stays");
        }
    }

    @Test
    void only_a_transaction_enters_and_what_is_rolled_back_was_never_there() {
        var publication =
                new Publication("trial", "trial:" + TestClock.now().toEpochMilli(), new TreeMap<>(Map.of("a", "b")));

        assertThatThrownBy(() -> log.record(publication)).isInstanceOf(IllegalTransactionStateException.class);
        transactions.executeWithoutResult(transaction -> {
            log.record(publication);
            transaction.setRollbackOnly();
        });

        assertThat(database.sql("select count(*) from transparency.entry where subject = :subject")
                        .param("subject", publication.subject())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void many_sequencers_at_once_give_places_without_a_gap_and_nobody_waits_for_them() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var writer = 0; writer < 4; writer++) {
                var name = "crowd:" + TestClock.now().toEpochMilli() + ":" + writer + ":";
                threads.submit(() -> {
                    for (var i = 0; i < 100; i++) {
                        var subject = name + i;
                        transactions.executeWithoutResult(
                                _ -> log.record(new Publication("trial", subject, new TreeMap<>())));
                    }
                });
                threads.submit(() -> {
                    for (var i = 0; i < 20; i++) {
                        numbering.number();
                        signing.sign();
                    }
                });
            }
        }
        clock.tick();

        assertThat(database.sql("""
                        select count(*) = max(place) + 1 and max(place) + 1 = (select size from transparency.head)
                        from transparency.entry where place is not null
                        """).query(Boolean.class).single()).isTrue();
        assertThat(database.sql("select count(*) from transparency.entry where place is null")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(faults()).noneMatch(fault -> fault.startsWith("ROOT_DIFFERS") || fault.startsWith("TILE"));
    }

    @Test
    void where_the_database_ends_before_what_was_signed_nothing_is_signed_any_more() {
        var size = checkpoints.newest().orElseThrow().size();
        transactions.executeWithoutResult(transaction -> {
            Locks.takeAway(database, "transparency.entry");
            database.sql("delete from transparency.cosignature").update();
            database.sql("delete from transparency.checkpoint").update();
            database.sql("delete from transparency.entry where place >= :size")
                    .param("size", size - 1)
                    .update();
            database.sql("update transparency.head set size = :size")
                    .param("size", size - 1)
                    .update();

            assertThat(signing.sign()).isFalse();
            assertThat(signing.stopped()).isPresent();
            transaction.setRollbackOnly();
        });
        assertThat(heads.newest(keys.origin()).orElseThrow().size()).isEqualTo(size);
        something_of_each_kind_is_published();
        assertThat(signing.stopped()).isEmpty();
    }

    @Test
    void the_files_are_there_for_everybody_as_the_formats_have_them() {
        var newest = checkpoints.newest().orElseThrow();

        assertThat(mvc.get().uri("/log/checkpoint")).hasStatusOk().hasContentType("text/plain;charset=utf-8");
        var note = SignedNote.parse(body("/log/checkpoint"));
        assertThat(Checkpoint.parse(note.text()).size()).isEqualTo(newest.size());
        var place = newest.size() - 1;
        var proof = LogProof.parse(body("/log/proof/" + place + ".tlog-proof"));
        proof.mustInclude(proof.extra().orElseThrow());
        assertThat(mvc.get().uri("/log/tile/0/000" + (newest.size() >= 256 ? "" : ".p/" + newest.size())))
                .hasStatusOk();
        for (var missing : Stream.of(
                        "/log/tile/0/999",
                        "/log/tile/0/1",
                        "/log/tile/x",
                        "/log/openings/99/1",
                        "/log/proof/" + newest.size() + ".tlog-proof",
                        "/log/tile/0/000.p/0")
                .toList()) {
            assertThat(mvc.get().uri(missing)).as(missing).hasStatus(404);
        }
        var openings = body("/log/openings/0/1");
        assertThat(openings).containsAnyOf("withheld", "salts", "erased");
    }

    @Test
    void what_only_those_see_who_sign_in_is_withheld_from_strangers() {
        var place = database.sql("select place from transparency.entry where subject = :subject")
                .param("subject", "batch:" + batch)
                .query(Long.class)
                .single();
        var width = (int) Math.min(256, checkpoints.newest().orElseThrow().size() - place / 256 * 256);

        var stranger = paths.read("openings/" + place / 256 + "/" + width, Reader.ANYBODY)
                .orElseThrow();
        var member = paths.read("openings/" + place / 256 + "/" + width, Reader.MEMBER)
                .orElseThrow();

        assertThat(new String(stranger, StandardCharsets.UTF_8))
                .contains("withheld")
                .doesNotContain("released_on")
                .contains("澡堂");
        assertThat(new String(member, StandardCharsets.UTF_8)).contains("released_on");
    }

    @Test
    void a_new_key_signs_beside_the_old_one() {
        var old = keys.verifiers();
        var next = keys.rotate();
        something_of_each_kind_is_published();

        var note = checkpoints.newest().orElseThrow().note();

        assertThat(note.signedBy(List.of(next))).containsExactly(next);
        assertThat(note.signedBy(old)).isEqualTo(old);
    }

    @Test
    void a_miner_reads_what_it_is_for_and_prints_a_sheet() {
        assertThat(mvc.get().uri("/log")).hasStatusOk().bodyText().contains("公开账本", "data-log");
        assertThat(mvc.get().uri("/log/board")).hasStatusOk().bodyText().contains("qr", keys.origin());
    }

    private String body(String path) {
        try {
            return mvc.get().uri(path).exchange().getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
