package cn.lianxin.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.reprint.Reprint;
import cn.lianxin.textcheck.Answers;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same on a real database: random activities of all hands, and what the database refuses by itself. */
@ProductTest
class NewsroomPropertyTest {

    private static final int SEQUENCES = 200;
    private static final int STEPS = 18;

    @Autowired
    Village village;

    @Autowired
    NewsroomInTime newsroom;

    @Autowired
    SubmittingArticles submitting;

    @Autowired
    ReviewingArticles reviewing;

    @Autowired
    PublishingArticles publishing;

    @Autowired
    Newsdesk desk;

    @Autowired
    JdbcClient database;

    Paper paper;

    @BeforeEach
    void found() {
        paper = new Paper(village);
    }

    @Test
    void nothing_of_a_channel_of_three_reviews_is_public_without_three_passes_by_three_over_exactly_its_text() {
        var everybody = List.of(
                paper.author,
                paper.editor,
                paper.secondEditor,
                paper.section,
                paper.chief,
                paper.elsewhere,
                paper.worker);
        var published = 0;
        for (var seed = 0; seed < SEQUENCES; seed++) {
            var chance = new Random(seed);
            var id = submit(List.of("headline", "prose", "accident").get(seed % 3));
            for (var step = 0; step < STEPS; step++) {
                attempt(id, everybody.get(chance.nextInt(everybody.size())), chance);
            }
            published += isPublic(id) ? 1 : 0;
        }

        assertThat(published).isGreaterThan(SEQUENCES / 20);
        assertThat(trespasses()).isEmpty();
    }

    /** Of all that was ever public: too few people, the author among them, or another text. */
    private List<Long> trespasses() {
        return database.sql("""
                select a.id from newsroom.article a
                join newsroom.channel c on c.code = a.channel
                join newsroom.procedure d on d.code = c.procedure
                join newsroom.revision r on r.id = a.public_revision
                where (select count(distinct p.person) from newsroom.pass p
                       where p.revision = r.id and p.digest = newsroom.digest_of(r.id) and p.person <> a.author)
                      < greatest(d.passes_before_public, case when c.three_reviews then 3 else 0 end)
                """).query((row, _) -> row.getLong("id")).list();
    }

    private void attempt(long id, Actor.Member by, Random chance) {
        try {
            switch (chance.nextInt(14)) {
                case 0 -> edit(id, chance.nextInt(3), by);
                case 1 -> reviewing.sendBack(id, digest(id, by), "改", by);
                case 2 -> submitting.withdraw(id, chance.nextInt(3) == 0 ? by : paper.worker);
                case 3 -> publishing.schedule(id, desk.now().plus(Duration.ofHours(1)), by);
                case 4 -> publishing.unschedule(id, by);
                case 5 -> publishing.comeOut(id);
                case 6 -> publishing.retract(id, "错", "错", chance.nextInt(3) == 0 ? by : paper.worker);
                case 7, 8 -> publishing.publish(id, Answers.NONE, by);
                default -> reviewing.pass(id, digest(id, by), 0, Answers.NONE, by);
            }
        } catch (Refusal refused) {
            assertThat(refused.code()).isNotEmpty();
        }
    }

    private void edit(long id, int which, Actor.Member by) {
        var draft = submitting.draftOf(id, by);
        submitting.send(
                new Draft(
                        draft.id(),
                        draft.person(),
                        draft.article(),
                        draft.base(),
                        draft.channel(),
                        draft.title(),
                        draft.byline(),
                        "第 " + which + " 稿",
                        Reprint.NONE,
                        List.of(),
                        "改",
                        draft.version()),
                Answers.NONE,
                by);
    }

    private String digest(long id, Actor.Member by) {
        return desk.open(id, by).revision().digest();
    }

    private long submit(String channel) {
        return newsroom.submit(
                new NewsroomInTime.Piece(channel, "随机的一篇", "张写", "正文", Reprint.NONE, List.of()),
                paper.author,
                java.time.Clock.systemUTC());
    }

    private boolean isPublic(long id) {
        return database.sql("select standing = 'PUBLIC' from newsroom.article where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    @Test
    void the_database_refuses_by_itself_what_the_rules_refuse() {
        var id = submit("headline");
        var revision = revisionOf(id);

        assertRefused("not passed by as many", () -> makePublic(id));
        assertRefused("nobody passes his own", () -> pass(revision, 1, paper.author));
        assertRefused("passes are in order", () -> pass(revision, 2, paper.section));
        pass(revision, 1, paper.editor);
        assertRefused("another person", () -> pass(revision, 2, paper.editor));
        pass(revision, 2, paper.section);
        assertRefused("not passed by", () -> makePublic(id));
        pass(revision, 3, paper.chief);
        assertRefused(
                "stays as it was",
                () -> database.sql("update newsroom.revision set text = '别的' where id = :id")
                        .param("id", revision)
                        .update());
        assertRefused(
                "stays as it was",
                () -> database.sql("delete from newsroom.pass where revision = :id")
                        .param("id", revision)
                        .update());
        assertRefused(
                "does not change", () -> database.sql("""
                        insert into newsroom.picture values (:id, 1, gen_random_uuid(), repeat('a', 64), '图', '')
                        """).param("id", revision).update());
        makePublic(id);

        assertThat(isPublic(id)).isTrue();
    }

    private static void assertRefused(String why, Runnable statement) {
        assertThatThrownBy(statement::run)
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(why);
    }

    private void pass(long revision, int place, Actor.Member by) {
        database.sql("""
                insert into newsroom.pass (revision, place, person, name, digest, errors, at)
                select :revision, :place, :person, '人', digest, 0, now() from newsroom.revision where id = :revision
                """)
                .param("revision", revision)
                .param("place", place)
                .param("person", by.person().value())
                .update();
    }

    private void makePublic(long id) {
        database.sql("""
                update newsroom.article set standing = 'PUBLIC', public_revision = revision, first_public_at = now(),
                    changed_at = now(), working = 'SETTLED' where id = :id
                """).param("id", id).update();
    }

    private long revisionOf(long id) {
        return database.sql("select revision from newsroom.article where id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }
}
