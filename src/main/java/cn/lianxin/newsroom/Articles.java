package cn.lianxin.newsroom;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of articles: how each stands. Their texts are kept by {@link Revisions}. */
@Component
class Articles {

    private static final String COLUMNS = """
            a.id, a.channel, a.kind, a.author, a.unit, a.working, a.standing, a.revision, a.next_place, a.round, a.submitted_at,
            a.publish_at, a.public_revision, a.slug, a.first_public_at, a.changed_at, a.expire_at, a.last_due_at, a.editor_name,
            a.note, a.version
            """;

    private final JdbcClient database;

    Articles(JdbcClient database) {
        this.database = database;
    }

    /** NotFound for whoever neither wrote it nor is an editor above its unit. */
    Article get(long id, Actor.Member reader) {
        return database.sql("select " + COLUMNS + " from newsroom.visible(:reader, :units) a where a.id = :id")
                .param("reader", reader.person().value())
                .param("units", Hand.units(reader))
                .param("id", id)
                .query(Articles::article)
                .optional()
                .orElseThrow(Refusal.NotFound::new);
    }

    /** Locked until the transaction is over. */
    Article hold(long id, Actor.Member by) {
        lock(id);
        return get(id, by);
    }

    /** For the installation itself; locked until the transaction is over. */
    Article hold(long id) {
        lock(id);
        return find(id);
    }

    /** For the installation itself. */
    Article find(long id) {
        return database.sql("select " + COLUMNS + " from newsroom.article a where a.id = :id")
                .param("id", id)
                .query(Articles::article)
                .single();
    }

    private void lock(long id) {
        database.sql("select id from newsroom.article where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    long add(Channel channel, PersonId author, UnitId unit, Instant at) {
        return database.sql("""
                        insert into newsroom.article (channel, kind, author, unit, working, standing, submitted_at)
                        values (:channel, :kind, :author, :unit, 'IN_REVIEW', 'UNPUBLISHED', :at)
                        returning id
                        """)
                .param("channel", channel.code())
                .param("kind", channel.kind().name())
                .param("author", author.value())
                .param("unit", unit.value())
                .param("at", time(at))
                .query(Long.class)
                .single();
    }

    void isFormer(long id) {
        database.sql("update newsroom.article set former = true where id = :id")
                .param("id", id)
                .update();
    }

    void begin(long id, long revision) {
        database.sql("update newsroom.article set revision = :revision where id = :id")
                .param("revision", revision)
                .param("id", id)
                .update();
    }

    void save(Article article) {
        var work = article.work();
        var face = article.face();
        var saved = database.sql("""
                        update newsroom.article set
                            working = :working, revision = :revision, next_place = :next, round = :round,
                            publish_at = cast(:publish as timestamptz), standing = :standing,
                            public_revision = cast(:public as bigint), slug = :slug,
                            first_public_at = cast(:first as timestamptz), changed_at = cast(:changed as timestamptz),
                            expire_at = cast(:expire as timestamptz), last_due_at = cast(:last as timestamptz),
                            editor_name = :editor, note = :note, version = version + 1
                        where id = :id and version = :version
                        """)
                .param("working", work.state().name())
                .param("revision", work.revision())
                .param("next", work.nextPlace())
                .param("round", work.round())
                .param("publish", work.publishAt().map(Articles::time).orElse(null))
                .param("standing", face.standing().name())
                .param("public", face.revision().orElse(null))
                .param("slug", face.slug())
                .param("first", face.firstAt().map(Articles::time).orElse(null))
                .param("changed", face.changedAt().map(Articles::time).orElse(null))
                .param("expire", face.expireAt().map(Articles::time).orElse(null))
                .param("last", face.lastDueAt().map(Articles::time).orElse(null))
                .param("editor", face.editor())
                .param("note", face.note())
                .param("id", article.id())
                .param("version", article.version())
                .update();
        if (saved == 0) {
            throw new Refusal.Conflict("news-moved-on");
        }
    }

    List<Long> due(Instant now) {
        return ids("select id from newsroom.article where publish_at <= :now order by publish_at, id", now);
    }

    List<Long> over(Instant now) {
        return ids("select id from newsroom.article where expire_at <= :now order by expire_at, id", now);
    }

    List<Long> lastOverdue(Instant now) {
        return ids(
                "select id from newsroom.article where last_due_at <= :now and not last_told order by last_due_at, id",
                now);
    }

    void lastTold(long id) {
        database.sql("update newsroom.article set last_told = true where id = :id")
                .param("id", id)
                .update();
    }

    private List<Long> ids(String statement, Instant now) {
        return database.sql(statement)
                .param("now", time(now))
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    static Article article(ResultSet row, int place) throws SQLException {
        return new Article(
                row.getLong("id"),
                row.getString("channel"),
                ArticleKind.valueOf(row.getString("kind")),
                new PersonId(row.getLong("author")),
                new UnitId(row.getLong("unit")),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                new Article.Work(
                        Working.valueOf(row.getString("working")),
                        row.getLong("revision"),
                        row.getInt("next_place"),
                        row.getInt("round"),
                        instant(row, "publish_at")),
                new Article.Face(
                        Standing.valueOf(row.getString("standing")),
                        Optional.ofNullable(row.getObject("public_revision", Long.class)),
                        row.getString("slug"),
                        instant(row, "first_public_at"),
                        instant(row, "changed_at"),
                        instant(row, "expire_at"),
                        instant(row, "last_due_at"),
                        row.getString("editor_name"),
                        row.getString("note")),
                row.getInt("version"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
