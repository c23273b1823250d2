package cn.lianxin.daybook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.merkle.Hash;
import cn.lianxin.platform.retention.KeptData;
import cn.lianxin.platform.transparency.TickingLog;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.platform.witness.TrialDay;
import cn.lianxin.sealed.SealedTrial;
import com.nimbusds.jose.JWEObjectJSON;
import com.nimbusds.jose.crypto.MultiDecrypter;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

/** What nobody here can read enters with its day as well, and whoever sent it proves that it is the one that came. */
@ProductTest
@Import(SealedTrial.class)
@TestPropertySource(properties = "lianxin.address=https://sealed-daybook.mine.example")
class SealedDaybookTest {

    private static final Pattern PROOF = Pattern.compile("data-proof=\"([^\"]*)\"");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    SealedTrial trial;

    @Autowired
    DaybookClock clock;

    @Autowired
    Days days;

    @Autowired
    List<KeptData> kept;

    @Autowired
    TickingLog log;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    @TempDir
    Path directory;

    Actor.Member officer;
    ECKey officersKey;

    /** At ten in the morning of a day on which nothing was sealed yet, with all before it closed. */
    @BeforeEach
    void a_new_day() {
        clock.look();
        var last = days.last().map(day -> day.plusDays(1)).orElse(today());
        var next = (last.isAfter(today()) ? last : today()).plusDays(1);
        TestClock.forward(Duration.between(
                TestClock.now(), next.atTime(10, 0).atZone(Screen.ZONE).toInstant()));
        clock.look();
        log.tick();
        var mine = village.mine();
        officer =
                new Actor.Member(village.holder(Role.SUPERVISOR, mine), "纪", List.of(new Grant(Role.SUPERVISOR, mine)));
        trial.recoveryKey(new Actor.Member(village.worker(mine), "管", List.of(new Grant(Role.ADMINISTRATOR, mine))));
        officersKey = trial.keyOf(officer);
    }

    @AfterEach
    void today_again() {
        TestClock.reset();
    }

    @Test
    void whoever_sent_it_proves_that_exactly_this_letter_and_this_answer_came_on_that_day() throws Exception {
        var filed = trial.filed("队长吃空饷", officersKey);
        trial.answer(filed, "查实了", officer, officersKey);
        assertThat(proof(filed)).isEmpty();
        assertThat(parcel(filed.opening(), 0)).hasStatus(404);
        var day = today();

        over();

        var file = proof(filed).orElseThrow();
        assertThat(verify(file).said())
                .contains("day: " + day, "kind: sealed\n", "kind: sealedAnswer", "number: " + filed.number());
        var letter = bytes(parcel(filed.opening(), 0));
        assertThat(file).contains("\"sha256\":\"" + HexFormat.of().formatHex(Hash.sha256(letter)) + "\"");
        assertThat(opened(letter, officersKey)).contains("队长吃空饷");
        assertThat(verify(file, letter).code()).isZero();
        var answer = bytes(parcel(filed.opening(), 1));
        assertThat(opened(answer, filed.reporter())).contains("查实了");
        assertThat(verify(file, answer).code()).isZero();
        letter[letter.length / 2] ^= 1;
        assertThat(verify(file, letter).said()).contains("这个文件不是证明里的任何一个");
        assertThat(log.faults()).isEmpty();
    }

    @Test
    void with_another_receipt_and_with_none_there_is_nothing() {
        var filed = trial.filed("只有我的", officersKey);
        over();

        assertThat(parcel("0".repeat(64), 0)).hasStatus(404);
        assertThat(parcel("", 0).getResponse().getStatus()).isIn(400, 422);
        assertThat(parcel(filed.opening(), 7)).hasStatus(404);
        assertThat(mvc.get().uri("/concerns/" + filed.number() + "/proof").with(SignedIn.as(officer)))
                .hasStatus(404);
    }

    /** From outside and inside the tree. */
    @Test
    void a_day_with_a_sealed_report_looks_like_any_other() {
        var filed = trial.filed("一封", officersKey);
        var day = today();
        over();
        over();

        assertThat(database.sql("""
                        select distinct length(manifest) from transparency.entry
                        where kind = 'daybook.day' and subject in (:days)
                        """)
                        .param("days", List.of("day:" + day, "day:" + day.plusDays(1)))
                        .query(Integer.class)
                        .list())
                .hasSize(1);
        assertThat(proof(filed).orElseThrow().lines().filter(line -> line.startsWith("path ")))
                .hasSize(12);
        assertThat(days.find(day).orElseThrow().size()).isEqualTo(DayTree.LEAST);
    }

    /** With every lock taken away, as whoever owns the database can. */
    @Test
    void what_was_exchanged_closed_for_others_removed_or_dated_back_in_sql_is_found() {
        var filed = trial.filed("原来的", officersKey);
        trial.answer(filed, "答复", officer, officersKey);
        trial.filed("别的", officersKey);
        over();
        assertThat(log.faults()).isEmpty();

        var report = "from sealed.report r where r.number = :number";
        for (var altering : List.of(
                "update sealed.envelope e set ciphertext = overlay(ciphertext placing '\\x0102030405' from 9) " + report
                        + " and e.id = r.envelope",
                "update sealed.envelope e set iv = reverse(iv) " + report + " and e.id = r.envelope",
                "update sealed.envelope e set tag = reverse(tag) " + report + " and e.id = r.envelope",
                "update sealed.content_key k set wrapped_key = reverse(wrapped_key) " + report
                        + " and k.envelope = r.envelope",
                "update sealed.content_key k set epk = '{}' " + report + " and k.envelope = r.envelope",
                "update sealed.content_key k set epk = 'none' " + report + " and k.envelope = r.envelope",
                "delete from sealed.content_key k using sealed.report r where r.number = :number and k.envelope = r.envelope",
                "update sealed.report r set envelope = (select o.envelope from sealed.report o where o.id <> r.id limit 1)"
                        + " where number = :number",
                "update sealed.report set filed_at = filed_at - interval '9 days' where number = :number",
                "update daybook.sealed_leaf l set salt = overlay(salt placing 'AAAA' from 1) " + report
                        + " and l.report = r.id and l.step = 0",
                "update daybook.sealed_leaf l set closed_for = '{}' " + report
                        + " and l.report = r.id and l.step = 0")) {
            assertThat(found(altering, filed)).as(altering).containsExactly("FIELD_ALTERED: " + where(filed, 0));
        }
        assertThat(found("update sealed.report set number = 'S0000-0000' where number = :number", filed))
                .containsExactly("FIELD_ALTERED: " + where(filed, 0), "FIELD_ALTERED: " + where(filed, 1));
        for (var altering : List.of(
                "update sealed.step s set at = s.at - interval '1 second' " + report
                        + " and s.report = r.id and s.kind = 'ANSWERED'",
                "update sealed.envelope e set ciphertext = overlay(ciphertext placing '\\x0102030405' from 9) "
                        + "from sealed.report r join sealed.step s on s.report = r.id where r.number = :number and e.id = s.envelope")) {
            assertThat(found(altering, filed)).as(altering).containsExactly("FIELD_ALTERED: " + where(filed, 1));
        }
        assertThat(found(
                        "delete from sealed.step s using sealed.report r where r.number = :number and s.report = r.id and s.kind = 'ANSWERED'",
                        filed))
                .containsExactly("FIELD_MISSING: " + where(filed, 1));
        assertThat(found("""
                with ours as (select id from sealed.report where number = :number),
                    steps as (delete from sealed.step where report in (select id from ours)),
                    recipients as (delete from sealed.recipient where report in (select id from ours))
                delete from sealed.report where id in (select id from ours)
                """, filed))
                .containsExactlyInAnyOrder("FIELD_MISSING: " + where(filed, 0), "FIELD_MISSING: " + where(filed, 1));
        for (var altering : List.of(
                "delete from daybook.sealed_leaf l using sealed.report r where r.number = :number and l.report = r.id",
                "update daybook.sealed_leaf l set place = (l.place + 1) % 4096 " + report + " and l.report = r.id")) {
            assertThat(found(altering, filed))
                    .as(altering)
                    .anySatisfy(fault -> assertThat(fault).startsWith("ROOT_DIFFERS: the leaves of day:"));
        }
        assertThat(log.faults()).isEmpty();
    }

    /** By two key holders, as a successor gets it. */
    @Test
    void who_was_given_it_since_alters_nothing() throws IOException {
        var filed = trial.filed("给接手的人", officersKey);
        over();
        var before = proof(filed).orElseThrow();
        database.sql("""
                insert into sealed.content_key (envelope, kid, epk, wrapped_key)
                select k.envelope, reverse(k.kid), k.epk, k.wrapped_key from sealed.content_key k
                join sealed.report r on r.envelope = k.envelope where r.number = :number limit 1
                """).param("number", filed.number()).update();

        assertThat(log.faults()).isEmpty();
        assertThat(verify(before, bytes(parcel(filed.opening(), 0))).code()).isZero();
    }

    @Test
    void one_that_is_put_into_a_day_long_closed_is_found() {
        var early = today();
        over();
        over();
        over();
        over();
        var filed = trial.filed("倒填日子", officersKey);

        transactions.executeWithoutResult(transaction -> {
            database.sql("update sealed.report set filed_at = :at where number = :number")
                    .param("at", early.atTime(12, 0).atZone(Screen.ZONE).toOffsetDateTime())
                    .param("number", filed.number())
                    .update();
            assertThat(log.faults()).containsExactly("NOT_ENTERED: sealed report " + idOf(filed) + ", step 0");
            transaction.setRollbackOnly();
        });
        assertThat(log.faults()).isEmpty();
    }

    /** In one transaction: the report, its salt, and whose leaf it was. */
    @Test
    void when_its_term_is_over_nothing_says_any_more_whose_leaf_it_was_and_all_others_hold() throws IOException {
        var filed = trial.filed("到期了", officersKey);
        var report = idOf(filed);
        TestClock.forward(Duration.ofMinutes(10));
        var line = TestClock.now();
        TestClock.forward(Duration.ofMinutes(10));
        var other = trial.filed("没到期", officersKey);
        over();
        var before = proof(filed).orElseThrow();
        var letter = bytes(parcel(filed.opening(), 0));
        var leaf = database.sql("select commitment from daybook.sealed_leaf where report = :report")
                .param("report", report)
                .query(String.class)
                .single();

        transactions.executeWithoutResult(
                _ -> kept.stream().filter(room -> room.kind().equals("sealed")).forEach(room -> room.erase(line, 500)));

        assertThat(database.sql("select * from daybook.sealed_leaf where commitment = :leaf")
                        .param("leaf", leaf)
                        .query()
                        .singleRow())
                .containsEntry("report", null)
                .containsEntry("step", null)
                .containsEntry("closed_for", null)
                .containsEntry("salt", null)
                .hasEntrySatisfying("place", place -> assertThat(place).isNotNull());
        assertThat(parcel(filed.opening(), 0)).hasStatus(404);
        assertThat(verify(before, letter).code()).isZero();
        assertThat(verify(proof(other).orElseThrow()).code()).isZero();
        assertThat(log.faults()).isEmpty();
    }

    @Test
    void what_was_committed_to_is_changed_by_nobody() {
        trial.filed("动不了", officersKey);
        over();

        for (var altering : List.of(
                "update daybook.sealed_leaf set commitment = reverse(commitment)",
                "update daybook.sealed_leaf set day = day - 1",
                "update daybook.sealed_leaf set salt = reverse(salt)",
                "update daybook.sealed_leaf set salt = null",
                "update daybook.sealed_leaf set report = report + 1000",
                "update daybook.sealed_leaf set place = place + 5000",
                "delete from daybook.sealed_leaf")) {
            assertThatThrownBy(() -> database.sql(altering).update())
                    .as(altering)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private static String opened(byte[] letter, ECKey key) throws Exception {
        var object = JWEObjectJSON.parse(new String(letter, StandardCharsets.UTF_8));
        object.decrypt(new MultiDecrypter(key));
        return object.getPayload().toString();
    }

    private List<String> found(String altering, SealedTrial.Filed filed) {
        return transactions.execute(transaction -> {
            for (var table : List.of("daybook.sealed_leaf", "daybook.day")) {
                database.sql("alter table " + table + " disable trigger user").update();
            }
            assertThat(database.sql(altering).param("number", filed.number()).update())
                    .as(altering)
                    .isPositive();
            var faults = log.faults();
            transaction.setRollbackOnly();
            return faults;
        });
    }

    private String where(SealedTrial.Filed filed, int answers) {
        var step = answers == 0
                ? 0
                : database.sql("""
                                select s.place + 1 from sealed.step s join sealed.report r on r.id = s.report
                                where r.number = :number and s.kind = 'ANSWERED'
                                """)
                        .param("number", filed.number())
                        .query(Integer.class)
                        .single();
        return "day:" + days.last().orElseThrow() + ", sealed report " + idOf(filed) + ", step " + step;
    }

    private long idOf(SealedTrial.Filed filed) {
        return database.sql("select id from sealed.report where number = :number")
                .param("number", filed.number())
                .query(Long.class)
                .single();
    }

    /** Ten o'clock of the next day. */
    private void over() {
        TestClock.forward(Duration.ofDays(1));
        clock.look();
        log.tick();
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(TestClock.now(), Screen.ZONE);
    }

    /** As it lies in the page that he gets with his receipt. */
    private Optional<String> proof(SealedTrial.Filed filed) {
        var page = text(mvc.post()
                .uri("/sealed/receipt")
                .param("opening", filed.opening())
                .with(SignedIn.asNobody())
                .exchange());
        assertThat(page).contains(filed.number());
        var found = PROOF.matcher(page);
        return found.find() ? Optional.of(HtmlUtils.htmlUnescape(found.group(1))) : Optional.empty();
    }

    private MvcTestResult parcel(String opening, int step) {
        return mvc.post()
                .uri("/sealed/receipt/parcel")
                .param("opening", opening)
                .param("step", Integer.toString(step))
                .with(SignedIn.asNobody())
                .exchange();
    }

    private TrialDay.Ended verify(String file) throws IOException {
        return TrialDay.verify(Files.writeString(directory.resolve("proof.txt"), file), "--key=" + key());
    }

    private TrialDay.Ended verify(String file, byte[] letter) throws IOException {
        return TrialDay.verify(
                Files.writeString(directory.resolve("proof.txt"), file),
                "--key=" + key(),
                "--attachment=" + Files.write(directory.resolve("locked.json"), letter));
    }

    private String key() {
        return text(mvc.get().uri("/log/key").with(SignedIn.asNobody()).exchange())
                .strip();
    }

    private static byte[] bytes(MvcTestResult answer) {
        return answer.getResponse().getContentAsByteArray();
    }

    private static String text(MvcTestResult answer) {
        return new String(bytes(answer), StandardCharsets.UTF_8);
    }
}
