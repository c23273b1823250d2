package cn.lianxin.newsroom;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Page;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the newsroom's pages; no list reads a text. */
@Component
class ArticleLists {

    static final int PAGE_SIZE = 25;

    /** One of them. */
    record Row(
            long id,
            String title,
            String byline,
            String channel,
            String englishChannel,
            String unitName,
            Working working,
            Standing standing,
            int nextPlace,
            Instant submittedAt,
            Optional<Instant> publishAt,
            Optional<Instant> firstAt,
            Optional<Instant> lastDueAt,
            String slug,
            String reason) {

        String channelName(boolean chinese) {
            return chinese ? channel : englishChannel;
        }

        String cursor() {
            return Long.toString(id);
        }
    }

    private static final String ROW = """
            select a.id, r.title, r.byline, c.name, c.english_name, r.unit_name, a.working, a.standing, a.next_place,
                a.submitted_at, a.publish_at, a.first_public_at, a.last_due_at, a.slug,
                case when a.working = 'SENT_BACK' then coalesce((select s.reason from newsroom.step s
                    where s.article = a.id and s.deed = 'SENT_BACK' order by s.id desc limit 1), '') else '' end as reason
            from newsroom.article a
            join newsroom.channel c on c.code = a.channel
            join newsroom.revision r on r.id = a.revision
            """;

    /**
     * What waits for this person: the next stage is one of his above the unit, and the text is not his own. Whether a pass of his counts is
     * asked only of what he has passed in any of its texts.
     */
    private static final String WAITING = """
            where a.working in ('IN_REVIEW', 'PASSED') and a.author <> :person and r.written_by <> :person
              and (a.id not in (select o.article from newsroom.pass mine
                      join newsroom.revision o on o.id = mine.revision where mine.person = :person)
                  or not exists (select 1 from newsroom.counted_pass(a.revision) p where p.person = :person))
              and exists (
                  select 1 from newsroom.stage s
                  join organization.unit_line l on l.unit = a.unit
                  where s.procedure = c.procedure and s.place = a.next_place
                    and (s.role = 'EDITOR' and l.above = any (:first)
                      or s.role = 'SECTION_EDITOR' and l.above = any (:second)
                      or s.role = 'CHIEF_EDITOR' and l.above = any (:third)))
            """;

    private static final String HIT = """
             where a.standing = 'PUBLIC' and a.id = any (:found)
              and a.id in (select v.id from newsroom.visible(:reader, :units) v)
            """;

    private final JdbcClient database;

    ArticleLists(JdbcClient database) {
        this.database = database;
    }

    /** What may not wait first, then the oldest. */
    List<Row> waitingFor(Actor.Member reviewer, int most) {
        return forReviewer(ROW + WAITING + """
                order by a.last_due_at nulls last, a.submitted_at, a.id limit :most
                """, reviewer)
                .param("most", most)
                .query(ArticleLists::row)
                .list();
    }

    int countWaitingFor(Actor.Member reviewer) {
        return forReviewer("""
                select count(*) from newsroom.article a
                join newsroom.channel c on c.code = a.channel
                join newsroom.revision r on r.id = a.revision
                """ + WAITING, reviewer).query(Integer.class).single();
    }

    private JdbcClient.StatementSpec forReviewer(String statement, Actor.Member reviewer) {
        return database.sql(statement)
                .param("person", reviewer.person().value())
                .param("first", units(reviewer, Role.EDITOR))
                .param("second", units(reviewer, Role.SECTION_EDITOR))
                .param("third", units(reviewer, Role.CHIEF_EDITOR));
    }

    /** What is passed and waits to come out, and what comes out by itself. */
    List<Row> ready(Actor.Member editor, int most) {
        return ofHouse("a.working in ('PASSED', 'SCHEDULED')", "a.publish_at nulls first, a.id", editor, most);
    }

    /** What somebody else has now. */
    List<Row> underWay(Actor.Member editor, int most) {
        return ofHouse("a.working in ('IN_REVIEW', 'SENT_BACK')", "a.submitted_at desc, a.id desc", editor, most);
    }

    /** What came out last. */
    List<Row> out(Actor.Member editor, int most) {
        return ofHouse("a.standing <> 'UNPUBLISHED'", "a.first_public_at desc, a.id desc", editor, most);
    }

    /** What is public and was found by a changed list. */
    List<Row> toLookAt(Actor.Member editor, List<Long> found, int most) {
        return hit(ROW + HIT + " order by a.first_public_at desc, a.id desc limit :most", editor, found)
                .param("most", most)
                .query(ArticleLists::row)
                .list();
    }

    int countToLookAt(Actor.Member editor, List<Long> found) {
        return found.isEmpty()
                ? 0
                : hit("select count(*) from newsroom.article a" + HIT, editor, found)
                        .query(Integer.class)
                        .single();
    }

    private JdbcClient.StatementSpec hit(String statement, Actor.Member editor, List<Long> found) {
        return database.sql(statement)
                .param("reader", editor.person().value())
                .param("units", Hand.units(editor))
                .param("found", found.toArray(Long[]::new));
    }

    private List<Row> ofHouse(String which, String order, Actor.Member editor, int most) {
        return database.sql(ROW + " where a.id in (select v.id from newsroom.visible(:reader, :units) v) and " + which
                        + " and not (a.working = 'WITHDRAWN' and a.standing = 'UNPUBLISHED') order by " + order
                        + " limit :most")
                .param("reader", editor.person().value())
                .param("units", Hand.units(editor))
                .param("most", most)
                .query(ArticleLists::row)
                .list();
    }

    /** His own, the newest first. */
    Page<Row> own(PersonId author, String after) {
        var rows = database.sql(ROW + " where a.author = :author and a.id < :before order by a.id desc limit :limit")
                .param("author", author.value())
                .param("before", after.matches("[0-9]{1,18}") ? Long.parseLong(after) : Long.MAX_VALUE)
                .param("limit", PAGE_SIZE + 1)
                .query(ArticleLists::row)
                .list();
        return Page.of(rows, PAGE_SIZE, Row::cursor);
    }

    private static Long[] units(Actor.Member member, Role role) {
        return member.unitsAs(role).stream().map(UnitId::value).toArray(Long[]::new);
    }

    private static Row row(ResultSet row, int place) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("title"),
                row.getString("byline"),
                row.getString("name"),
                row.getString("english_name"),
                row.getString("unit_name"),
                Working.valueOf(row.getString("working")),
                Standing.valueOf(row.getString("standing")),
                row.getInt("next_place"),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                instant(row, "publish_at"),
                instant(row, "first_public_at"),
                instant(row, "last_due_at"),
                row.getString("slug"),
                row.getString("reason"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
