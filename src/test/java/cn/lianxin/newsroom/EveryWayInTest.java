package cn.lianxin.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.HowOften;
import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import cn.lianxin.officesystem.OfficeCaller;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.reprint.Reprint;
import cn.lianxin.textcheck.Answers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whatever anybody does in whatever order by pages, several at once, callbacks of an office system, moving in and the clock: nothing is public that
 * was not passed by as many others as have to, in order, over exactly its text. Told by {@link PublicOracle}.
 */
@ProductTest
class EveryWayInTest {

    private static final int STEPS = 16;
    private static final List<String> CHANNELS = List.of("headline", "prose", "accident", "headline");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    NewsroomInTime newsroom;

    @Autowired
    TakingOver takingOver;

    @Autowired
    NewsroomClock clock;

    @Autowired
    Clock time;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationContext context;

    private final Map<Long, List<String>> digests = new HashMap<>();
    private final Map<String, Integer> answers = new HashMap<>();

    Paper paper;
    List<Actor.Member> everybody;
    List<Actor.Member> writers;
    OfficeCaller office;
    PublicOracle oracle;
    int callbacks;

    @BeforeEach
    void found() {
        paper = new Paper(village);
        oracle = new PublicOracle(database);
        var administrator = with(Role.ADMINISTRATOR);
        var writingEditor = with(Role.EDITOR);
        var all = with(Role.EDITOR, Role.SECTION_EDITOR, Role.CHIEF_EDITOR);
        writers = List.of(paper.author, writingEditor, all, paper.author);
        everybody = List.of(
                paper.author,
                paper.editor,
                paper.editor,
                paper.secondEditor,
                paper.section,
                paper.section,
                paper.chief,
                paper.chief,
                paper.elsewhere,
                paper.worker,
                writingEditor,
                all,
                all,
                administrator);
        everybody.stream().distinct().forEach(one -> SignedIn.cookieOf(one.person(), context));
        office = OfficeCaller.letIn(mvc, paper.mine, administrator, paper.chief);
    }

    private Actor.Member with(Role... roles) {
        var person = village.worker(paper.district);
        var grants = new ArrayList<Grant>();
        for (var role : roles) {
            village.give(person, role, paper.mine, LocalDate.now().minusDays(20));
            grants.add(new Grant(role, paper.mine));
        }
        return new Actor.Member(person, "人" + person.value(), grants);
    }

    @AfterEach
    void clockRunsAsBefore() {
        TestClock.reset();
    }

    @Test
    void nothing_is_public_without_its_passes_whatever_anybody_does_by_whichever_way() {
        var sequences = HowOften.of(60, 10_000);
        var published = 0;
        for (var seed = 0; seed < sequences; seed++) {
            var chance = new Random(seed);
            var id = begin(CHANNELS.get(seed % CHANNELS.size()), seed, chance);
            var helpful = chance.nextInt(3) > 0;
            for (var step = 0; step < STEPS; step++) {
                step(id, chance, helpful);
                assertThat(oracle.faults(id))
                        .as("sequence %d, step %d", seed, step)
                        .isEmpty();
            }
            published += look(id) ? 1 : 0;
            digests.remove(id);
        }

        assertThat(published).isGreaterThan(sequences / 10);
        assertThat(answers.keySet()).allSatisfy(status -> assertThat(status).doesNotContain("500"));
        assertThat(answers).containsKeys("303", "403", "404", "409", "office 200", "office 409", "several");
        everyDecisionOfTheOfficeOnce();
    }

    private long begin(String channel, int seed, Random chance) {
        var writer = writers.get(chance.nextInt(writers.size()));
        var piece = new NewsroomInTime.Piece(channel, "第" + seed + "篇", "张写", text(seed, 0), Reprint.NONE, List.of());
        var id = chance.nextInt(5) == 0
                ? takingOver.handIn(piece, "原网站", true, Answers.NONE, writer)
                : newsroom.submit(piece, writer, time);
        digests.put(id, new ArrayList<>());
        return id;
    }

    private static String text(int seed, int version) {
        return "巡回检查的第" + seed + "号记录，写到第" + version + "遍。";
    }

    private void step(long id, Random chance, boolean helpful) {
        var by = everybody.get(chance.nextInt(everybody.size()));
        var at = "/newsroom/articles/" + id;
        if (helpful && chance.nextInt(2) == 0) {
            help(id, chance);
            return;
        }
        switch (chance.nextInt(18)) {
            case 0 -> edit(id, by, chance);
            case 1 -> form(at + "/sending-back", by, "digest", digest(id, chance), "reason", "再改改");
            case 2 -> form(at + "/withdrawal", chance.nextInt(4) == 0 ? by : paper.worker);
            case 3 -> form(at + "/schedule", by, "at", inAMinute());
            case 4 -> form(at + "/schedule/end", by);
            case 5, 6 -> later();
            case 7 -> form(at + "/retraction", chance.nextInt(4) == 0 ? by : paper.worker, "reason", "错", "note", "错");
            case 8 -> form(at + "/taking-down", chance.nextInt(4) == 0 ? by : paper.worker, "reason", "错", "note", "错");
            case 9 -> form(at + "/expiry", by, "at", inAMinute(), "reason", "到期");
            case 10, 11 -> form(at + "/publication", by);
            case 12, 13 -> several(id, by, chance);
            case 14, 15, 16 -> callback(id, by, chance);
            default -> form(at + "/pass", by, "digest", digest(id, chance), "errors", "1");
        }
    }

    /** What a newsroom that works does next, so that enough becomes public. */
    private void help(long id, Random chance) {
        var row = database.sql("select working, next_place, standing from newsroom.article where id = :id")
                .param("id", id)
                .query((found, _) -> List.of(found.getString("working"), found.getString("next_place")))
                .single();
        var due = List.of(paper.editor, paper.section, paper.chief).get(Math.min(Integer.parseInt(row.get(1)), 3) - 1);
        switch (row.get(0)) {
            case "IN_REVIEW" -> {
                switch (chance.nextInt(3)) {
                    case 0 -> several(id, due, new Random(1));
                    case 1 -> callback(id, due, new Random(1));
                    default -> form("/newsroom/articles/" + id + "/pass", due, "digest", newest(id), "errors", "0");
                }
            }
            case "PASSED" -> {
                if (chance.nextInt(3) == 0) {
                    form("/newsroom/articles/" + id + "/schedule", paper.editor, "at", inAMinute());
                } else {
                    form("/newsroom/articles/" + id + "/publication", paper.editor);
                }
            }
            default -> later();
        }
    }

    private void later() {
        TestClock.forward(Duration.ofSeconds(61));
        clock.look();
    }

    private void several(long id, Actor.Member by, Random chance) {
        if (chance.nextInt(4) > 0) {
            mvc.get().uri("/newsroom/articles/" + id).with(SignedIn.as(by)).exchange();
        }
        var other = digests.keySet().iterator().next();
        var answer = mvc.post()
                .uri("/newsroom/queue/passes")
                .param("article", id + ":" + digest(id, chance), other + ":" + newest(other), "x")
                .with(SignedIn.as(by))
                .exchange();
        count(answer, "");
        answers.merge("several", 1, Integer::sum);
    }

    private void callback(long id, Actor.Member by, Random chance) {
        var stage = chance.nextInt(3) == 0
                ? 1 + chance.nextInt(4)
                : database.sql("select next_place from newsroom.article where id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single();
        var decision = OfficeCaller.decision(
                "way-" + paper.mine.value() + "-" + callbacks++,
                id,
                digest(id, chance),
                stage,
                village.staffNumber(by.person()),
                chance.nextInt(6) > 0);
        var times = 1 + chance.nextInt(3);
        for (var time = 0; time < times; time++) {
            count(office.send(decision), "office ");
        }
    }

    private void edit(long id, Actor.Member by, Random chance) {
        var begun = mvc.post()
                .uri("/newsroom/articles/" + id + "/draft")
                .with(SignedIn.as(by))
                .exchange();
        count(begun, "");
        var draft = begun.getResponse().getHeader("Location");
        if (draft != null) {
            count(
                    mvc.post()
                            .uri(draft)
                            .multipart()
                            .param("deed", "send")
                            .param("title", "第" + id + "篇")
                            .param("byline", "张写")
                            .param("text", text((int) id, 1 + chance.nextInt(3)))
                            .param("reason", "改一改")
                            .with(SignedIn.as(by))
                            .exchange(),
                    "");
        }
    }

    /** Mostly the newest, at times one that it had before. */
    private String digest(long id, Random chance) {
        var newest = newest(id);
        var known = digests.getOrDefault(id, new ArrayList<>());
        if (!known.contains(newest)) {
            known.add(newest);
        }
        return chance.nextInt(7) == 0 ? known.getFirst() : newest;
    }

    private String newest(long id) {
        return database.sql("""
                        select r.digest from newsroom.article a join newsroom.revision r on r.id = a.revision where a.id = :id
                        """).param("id", id).query(String.class).single();
    }

    private static String inAMinute() {
        return LocalDateTime.ofInstant(TestClock.now().plusSeconds(60), Screen.ZONE)
                .withNano(0)
                .toString();
    }

    private void form(String address, Actor.Member by, String... fields) {
        var call = mvc.post().uri(address).with(SignedIn.as(by));
        for (var at = 0; at < fields.length; at += 2) {
            call = call.param(fields[at], fields[at + 1]);
        }
        count(call.exchange(), "");
    }

    private void count(MvcTestResult answer, String way) {
        answers.merge(way + answer.getResponse().getStatus(), 1, Integer::sum);
    }

    /** What a reader finds is the text that the rows call public, or nothing. */
    private boolean look(long id) {
        var found =
                mvc.get().uri("/news/articles/" + id).with(SignedIn.asNobody()).exchange();
        var expected = oracle.publicText(id);
        if (expected.isEmpty()) {
            assertThat(found.getResponse().getStatus()).as("article %d", id).isIn(404, 410, 301, 200);
            assertThat(text(found)).doesNotContain("巡回检查的第");
            return false;
        }
        var location = found.getResponse().getHeader("Location");
        assertThat(location).as("article %d", id).isNotNull();
        var page = mvc.get()
                .uri(String.valueOf(location))
                .with(SignedIn.asNobody())
                .exchange();
        assertThat(text(page)).contains(expected.getFirst());
        return true;
    }

    private void everyDecisionOfTheOfficeOnce() {
        var twice = database.sql("""
                        select c.article from officesystem.callback c
                        where c.unit = :unit and c.done_at is not null
                        group by c.article
                        having count(*) <> (select count(*) from newsroom.step s where s.article = c.article and s.through <> '')
                        """)
                .param("unit", paper.mine.value())
                .query(Long.class)
                .list();
        assertThat(twice).isEmpty();
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** With the triggers taken away that would refuse it, as whoever owns the database can. */
    @Test
    void the_oracle_would_notice_what_came_out_without_its_passes() {
        var id = newsroom.submit(
                new NewsroomInTime.Piece("headline", "没人审过的", "张写", text(1, 0), Reprint.NONE, List.of()),
                paper.author,
                time);

        transactions.executeWithoutResult(transaction -> {
            database.sql("alter table newsroom.article disable trigger user").update();
            database.sql("alter table newsroom.pass disable trigger user").update();
            database.sql("""
                    update newsroom.article set standing = 'PUBLIC', public_revision = revision, first_public_at = now(),
                        changed_at = now(), working = 'SETTLED' where id = :id
                    """).param("id", id).update();
            assertThat(oracle.faults(id)).contains("passed by 0 in 0 passes");
            for (var pass : List.of("1 " + paper.author.person().value(), "3 7", "2 8")) {
                database.sql("""
                        insert into newsroom.pass (revision, place, person, name, digest, errors, at)
                        select r.id, %s, %s, '人', repeat('0', 64), 0, now() from newsroom.revision r where r.article = %d
                        """.formatted(pass.split(" ")[0], pass.split(" ")[1], id))
                        .update();
            }
            assertThat(String.join("\n", oracle.faults(id)))
                    .contains("passed by whoever wrote it", "not in order", "a pass of another text", "the record");
            transaction.setRollbackOnly();
        });
    }
}
