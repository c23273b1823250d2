package cn.lianxin.publicledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.RecusingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.transparency.TickingLog;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ProductTest
class PublicLedgerTest {

    private static final Actor NOBODY = Telling.NOBODY;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    RecusingConcerns recusing;

    @Autowired
    Following following;

    @Autowired
    TickingLog log;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient database;

    private final String word = Telling.word();

    Mine mine;
    Telling telling;

    @BeforeEach
    void own_mine() {
        mine = new Mine(village);
        telling = new Telling(mvc, raising, handling, mine);
    }

    @AfterEach
    void today_again() {
        TestClock.reset();
    }

    @Test
    void with_consent_and_two_of_two_lines_everybody_reads_it_and_not_who_raised_it() {
        var number = telling.answered("澡堂没热水 " + word, Reporter.Mode.NAMED, mine.worker);
        assertThat(Telling.text(telling.get("/concerns/" + number, mine.worker)))
                .contains("/public-ledger\"");
        assertThat(telling.agree(number, mine.worker)).hasStatus(303);
        assertThat(Telling.text(telling.get("/public-ledger/waiting", mine.desk)))
                .contains(number.toString());

        var waiting = Telling.location(telling.propose(number, "澡堂有没有热水？" + word));
        assertThat(telling.post(waiting + "/approval", mine.desk)).hasStatus(409);
        assertThat(telling.post(waiting + "/approval", mine.mineLeader)).hasStatus(303);
        assertThat(telling.post(waiting + "/approval", mine.mineLeader)).hasStatus(409);
        assertThat(telling.board()).doesNotContain(word);
        assertThat(telling.post(waiting + "/approval", mine.supervisor)).hasStatus(303);

        assertThat(telling.board()).contains(word);
        var page = telling.get("/public-ledger/" + key(waiting), NOBODY);
        assertThat(page).hasStatusOk();
        assertThat(Telling.text(page))
                .contains(word, "换热器修好了", directory.unit(mine.district).shortName(), "还没到 90 天")
                .doesNotContain(number.toString())
                .doesNotContain(directory.person(mine.worker.person()).name());
        assertThat(Telling.text(telling.get("/inbox", mine.worker))).contains("公开台账");
        assertThat(Telling.text(telling.get("/public-ledger?unit=" + mine.mine.value(), NOBODY)))
                .contains(word);
        assertThat(Telling.text(telling.get("/public-ledger?unit=" + mine.other.value(), NOBODY)))
                .doesNotContain(word);
        assertThat(Telling.text(telling.get("/public-ledger?month=2020-01", NOBODY)))
                .doesNotContain(word);
    }

    @Test
    void nobody_but_whoever_raised_it_agrees_and_without_consent_nothing_is_written() {
        var number = telling.answered("澡堂没热水 " + word, Reporter.Mode.NAMED, mine.worker);

        for (var other : List.of(mine.desk, mine.handler, mine.supervisor, mine.stranger)) {
            assertThat(telling.agree(number, other)).hasStatus(404);
            assertThat(telling.get(telling.consent(number), other)).hasStatus(404);
        }
        assertThat(telling.get(telling.consent(number) + "/proposal", mine.desk))
                .hasStatus(404);
        assertThat(telling.propose(number, "澡堂有没有热水？" + word)).hasStatus(404);

        telling.agree(number, mine.worker);
        for (var other : List.of(mine.worker, mine.handler, mine.stranger)) {
            assertThat(telling.get(telling.consent(number) + "/proposal", other))
                    .hasStatus(404);
        }
        var waiting = Telling.location(telling.propose(number, "澡堂有没有热水？" + word));
        for (var other : List.of(mine.worker, mine.stranger, mine.otherHandler)) {
            assertThat(telling.get(waiting, other)).hasStatus(404);
            assertThat(telling.post(waiting + "/approval", other)).hasStatus(404);
        }
    }

    @Test
    void in_confidence_and_without_a_name_it_is_agreed_to_as_well() {
        var confidential = telling.answered("澡堂没热水 " + word, Reporter.Mode.CONFIDENTIAL, mine.worker);
        var anonymous = telling.raise("澡堂太冷 " + word, ConcernKind.HELP, "E4", Reporter.Mode.ANONYMOUS, "", mine.worker);
        telling.answer(anonymous.number(), "暖气");
        var holder = new Actor.ReceiptHolder(anonymous.receipt().digest());

        var first = telling.publish(confidential, "澡堂热水 " + word, mine.worker);
        var second = telling.publish(anonymous.number(), "澡堂暖气 " + word, holder);

        for (var entry : List.of(first, second)) {
            assertThat(telling.get("/public-ledger/" + entry, NOBODY)).hasStatusOk();
        }
        assertThat(database.sql(
                                "select count(*) from audit.entry where person = :person and action like 'publicledger.%'")
                        .param("person", mine.worker.person().value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(telling.post(telling.consent(anonymous.number()) + "/taking-back", holder))
                .hasStatus(303);
        assertThat(telling.get("/public-ledger/" + second, NOBODY)).hasStatus(410);
    }

    @Test
    void what_is_protected_for_the_sake_of_others_is_never_told_of() {
        var naming = telling.raise(
                "没热水 " + word,
                ConcernKind.COMPLAINT,
                "E4",
                Reporter.Mode.NAMED,
                directory.person(mine.otherHandler.person()).staffNumber(),
                mine.worker);
        var report = telling.raise("没热水 " + word, ConcernKind.REPORT, "E4", Reporter.Mode.NAMED, "", mine.worker);
        for (var raised : List.of(naming, report)) {
            telling.answer(raised.number(), word);
            assertThat(telling.agree(raised.number(), mine.worker)).hasStatus(409);
            assertThat(telling.propose(raised.number(), "有没有热水 " + word)).hasStatus(404);
        }
        var unanswered = telling.raise("没热水 " + word, ConcernKind.HELP, "E4", Reporter.Mode.NAMED, "", mine.worker);
        assertThat(telling.agree(unanswered.number(), mine.worker)).hasStatus(409);
        var restricted = telling.raise("收黑钱 " + word, ConcernKind.REPORT, "K4", Reporter.Mode.NAMED, "", mine.worker);
        assertThat(telling.agree(restricted.number(), mine.worker)).hasStatus(409);
    }

    @Test
    void what_tells_who_somebody_is_goes_or_the_last_one_says_why_it_stays() {
        var card = directory.person(mine.worker.person());
        var number = telling.answered("我是" + card.name() + "，电话13803512345 " + word, Reporter.Mode.NAMED, mine.worker);
        telling.agree(number, mine.worker);
        var form = Telling.text(telling.get(telling.consent(number) + "/proposal", mine.desk));
        assertThat(form).contains("<mark");
        assertThat(form.substring(form.indexOf("<textarea id=\"request\"")))
                .contains("某人", word)
                .doesNotContain(card.name())
                .doesNotContain("13803512345");

        assertThat(telling.propose(number, "身份证14050219900307123X " + word, "keeps", "yes"))
                .hasStatus(422);
        var refused = telling.propose(number, card.name() + "问有没有热水 " + word);
        assertThat(refused).hasStatus(422);
        assertThat(Telling.text(refused)).contains("id=\"request-error\"", "name=\"keeps\"");
        var waiting = Telling.location(telling.propose(number, card.name() + "问有没有热水 " + word, "keeps", "yes"));
        assertThat(telling.post(waiting + "/approval", mine.mineLeader)).hasStatus(303);
        assertThat(telling.post(waiting + "/approval", mine.supervisor)).hasStatus(422);
        assertThat(telling.board()).doesNotContain(word);
        assertThat(telling.post(waiting + "/approval", mine.supervisor, "reason", "是澡堂的名字"))
                .hasStatus(303);
        assertThat(telling.board()).contains(word);
    }

    @Test
    void taken_back_it_is_gone_everywhere_at_once_with_its_words_and_every_other_proof_holds() {
        var other = telling.publish(
                telling.answered("班车晚点", Reporter.Mode.NAMED, mine.worker), "班车几点？" + word, mine.worker);
        var number = telling.answered("澡堂没热水", Reporter.Mode.NAMED, mine.worker);
        var entry = telling.publish(number, "澡堂有没有热水？" + word, mine.worker);
        log.tick();
        var before = ours(log.faults());
        assertThat(before).isEmpty();

        assertThat(telling.post(telling.consent(number) + "/taking-back", mine.worker))
                .hasStatus(303);

        var gone = telling.get("/public-ledger/" + entry, NOBODY);
        assertThat(gone).hasStatus(410);
        assertThat(Telling.text(gone)).contains("已经撤下").doesNotContain(word);
        assertThat(telling.board()).doesNotContain("澡堂有没有热水？" + word).contains("班车几点？" + word);
        assertThat(database.sql(
                                "select count(*) from publicledger.entry where number = :entry and request is null and reply is null")
                        .param("entry", entry)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(entered("publicledger.withdrawal", "-withdrawal:" + entry)).isEqualTo(1);
        log.tick();
        assertThat(salted(entry)).isFalse();
        assertThat(salted(other)).isTrue();
        assertThat(entered("erased", ":" + entry)).isEqualTo(1);
        assertThat(ours(log.faults())).isEmpty();

        telling.agree(number, mine.worker);
        var again = Telling.location(telling.propose(number, "澡堂有没有热水？" + word));
        assertThat(again).isNotEmpty().doesNotEndWith("/" + entry);
        assertThat(telling.get("/public-ledger/" + entry, NOBODY)).hasStatus(410);
    }

    @Test
    void a_proposal_that_waits_loses_its_words_when_the_consent_is_taken_back() {
        var number = telling.answered("澡堂没热水", Reporter.Mode.NAMED, mine.worker);
        telling.agree(number, mine.worker);
        var waiting = Telling.location(telling.propose(number, "澡堂有没有热水？" + word));
        telling.post(waiting + "/approval", mine.mineLeader);

        telling.post(telling.consent(number) + "/taking-back", mine.worker);

        assertThat(telling.get(waiting, mine.supervisor)).hasStatus(404);
        assertThat(telling.post(waiting + "/approval", mine.supervisor)).hasStatus(404);
        assertThat(database.sql("select count(*) from publicledger.entry where request like :word")
                        .param("word", "%" + word + "%")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(telling.get("/public-ledger/" + key(waiting), NOBODY)).hasStatus(404);
    }

    @Test
    void what_names_somebody_later_is_gone_with_that_step() {
        var number = telling.answered("澡堂没热水", Reporter.Mode.NAMED, mine.worker);
        var entry = telling.publish(number, "澡堂有没有热水？" + word, mine.worker);

        recusing.name(number, directory.person(mine.otherHandler.person()).staffNumber(), "说的是他", mine.desk);

        assertThat(telling.get("/public-ledger/" + entry, NOBODY)).hasStatus(410);
        assertThat(telling.board()).doesNotContain(word);
        assertThat(database.sql("select count(*) from publicledger.entry where request like :word")
                        .param("word", "%" + word + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void the_batch_is_told_and_never_the_verdict_on_this_one() {
        var number = telling.answered("澡堂没热水", Reporter.Mode.NAMED, mine.worker);
        var entry = telling.publish(number, "澡堂有没有热水？" + word, mine.worker);
        var concern = database.sql("select id from concern.concern where number = :number")
                .param("number", number.toString())
                .query(Long.class)
                .single();
        following.noteVerdicts();
        assertThat(page(entry)).doesNotContain("这一批大伙怎么评的");

        var batch = database.sql("""
                insert into verdict.batch (unit, rolled_up, released_on, rated, solved, partly, not_solved, satisfied, fairly, not_satisfied)
                values (:unit, false, date '2026-11-30', 23, 11, 7, 5, 13, 6, 4) returning id
                """)
                .param("unit", mine.district.value())
                .query(Long.class)
                .single();
        database.sql("update verdict.answer set batch = :batch where concern = :concern")
                .param("batch", batch)
                .param("concern", concern)
                .update();
        following.noteVerdicts();

        var pages = new java.util.HashSet<String>();
        for (var said : List.of("SOLVED", "PARTLY", "NOT_SOLVED")) {
            database.sql("""
                    insert into verdict.verdict (concern, answer, solved, satisfied, word, given_at)
                    values (:concern, 1, :said, 'SATISFIED', 'xx', now())
                    on conflict (concern, answer) do update set solved = excluded.solved
                    """).param("concern", concern).param("said", said).update();
            following.noteVerdicts();
            pages.add(page(entry));
        }
        assertThat(pages).hasSize(1);
        assertThat(pages.iterator().next()).contains("一共 23 个", "<strong>11</strong>", "<strong>4</strong>");
        log.tick();
        assertThat(ours(log.faults())).isEmpty();
        database.sql("update verdict.answer set batch = null where concern = :concern")
                .param("concern", concern)
                .update();
    }

    @Test
    void it_is_told_whether_the_same_came_back_within_ninety_days() {
        var back = telling.publish(
                telling.answered("澡堂没热水", Reporter.Mode.NAMED, mine.worker), "澡堂热水？" + word, mine.worker);
        var elsewhere = new Actor.Member(village.worker(mine.other), "工", List.of());
        var quiet =
                telling.publish(telling.answered("澡堂没热水", Reporter.Mode.NAMED, elsewhere), "楼上热水？" + word, elsewhere);
        TestClock.forward(Duration.ofDays(3));
        telling.raise("又没热水", ConcernKind.HELP, "E4", Reporter.Mode.CONFIDENTIAL, "", mine.worker);
        following.noteRecurrences();
        assertThat(page(back)).contains("还没到 90 天");

        telling.raise("又没热水", ConcernKind.HELP, "E4", Reporter.Mode.NAMED, "", mine.worker);
        following.noteRecurrences();
        assertThat(page(back)).contains("又有人反映过");
        assertThat(page(quiet)).contains("还没到 90 天");

        TestClock.forward(Duration.ofDays(90));
        following.noteRecurrences();
        assertThat(page(back)).contains("又有人反映过");
        assertThat(page(quiet)).contains("没人再反映");
    }

    @Test
    void the_office_takes_it_down_by_a_rule_that_is_told() {
        var number = telling.answered("澡堂没热水", Reporter.Mode.NAMED, mine.worker);
        var entry = telling.publish(number, "澡堂有没有热水？" + word, mine.worker);
        var down = "/public-ledger/" + entry + "/taking-down";
        assertThat(telling.post(down, mine.worker, "rule", "IDENTIFIES")).hasStatus(404);
        assertThat(telling.post(down, mine.stranger, "rule", "IDENTIFIES")).hasStatus(404);
        assertThat(telling.post(down, mine.supervisor, "rule", "REPORTER")).hasStatus(409);

        assertThat(telling.post(down, mine.supervisor, "rule", "IDENTIFIES")).hasStatus(303);

        assertThat(Telling.text(telling.get("/public-ledger/" + entry, NOBODY)))
                .contains("看得出是谁")
                .doesNotContain(word);
    }

    @Test
    void the_database_refuses_one_person_one_line_and_any_change_of_what_is_public() {
        var number = telling.answered("澡堂没热水", Reporter.Mode.NAMED, mine.worker);
        var entry = telling.publish(number, "澡堂有没有热水？" + word, mine.worker);

        for (var change : List.of(
                "update publicledger.entry set request = 'x' where number = :entry",
                "update publicledger.entry set reply = null, request = null where number = :entry",
                "update publicledger.entry set second_by = first_by where number = :entry",
                "update publicledger.entry set unit = unit + 1 where number = :entry",
                "update publicledger.entry set state = 'DECLINED' where number = :entry",
                "delete from publicledger.entry where number = :entry")) {
            assertThatThrownBy(() -> database.sql(change).param("entry", entry).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private String page(long entry) {
        return Telling.text(telling.get("/public-ledger/" + entry, NOBODY)).replaceAll("nonce-[^\"']*", "");
    }

    private static long key(String waiting) {
        return Long.parseLong(waiting.substring(waiting.lastIndexOf('/') + 1));
    }

    private static List<String> ours(List<String> faults) {
        return faults.stream().filter(fault -> fault.contains("public-concern")).toList();
    }

    private long entered(String kind, String subject) {
        return database.sql("select count(*) from transparency.entry where kind = :kind and subject = :subject")
                .param("kind", kind)
                .param("subject", "public-concern" + subject)
                .query(Long.class)
                .single();
    }

    private boolean salted(long entry) {
        return database.sql("""
                select salts is not null from transparency.entry where kind = 'publicledger.entry' and subject = :subject
                """)
                .param("subject", "public-concern:" + entry)
                .query(Boolean.class)
                .single();
    }
}
