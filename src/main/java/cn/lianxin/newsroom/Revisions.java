package cn.lianxin.newsroom;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.reprint.Reprint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of texts, of who passed them, and of what was done: it is only ever added to. */
@Component
class Revisions {

    /**
     * @param by empty where the installation did it
     * @param through the system of the office that carried it; empty where it was done by hand
     */
    record Step(
            Instant at,
            ArticleDeed deed,
            Optional<PersonId> by,
            String name,
            String reason,
            String note,
            String through) {}

    private final JdbcClient database;

    Revisions(JdbcClient database) {
        this.database = database;
    }

    /** Answers its id. */
    long add(long article, int round, Content content, PersonId writtenBy, String reason, Instant at) {
        var id = database.sql("""
                        insert into newsroom.revision
                            (article, place, round, title, byline, unit_name, text, source, lead, digest, written_by, written_at, reason)
                        values (:article,
                            (select coalesce(max(r.place), 0) + 1 from newsroom.revision r where r.article = :article),
                            :round, :title, :byline, :unit, :text, :source, :lead, :digest, :by, :at, :reason)
                        returning id
                        """)
                .param("article", article)
                .param("round", round)
                .param("title", content.title())
                .param("byline", content.byline())
                .param("unit", content.unitName())
                .param("text", content.text())
                .param("source", content.reprint().source())
                .param("lead", Block.lead(content.text()))
                .param("digest", content.digest())
                .param("by", writtenBy.value())
                .param("at", Articles.time(at))
                .param("reason", reason)
                .query(Long.class)
                .single();
        for (var place = 0; place < content.pictures().size(); place++) {
            add(id, place + 1, content.pictures().get(place));
        }
        if (content.reprint().any()) {
            add(id, content.reprint());
        }
        return id;
    }

    private void add(long revision, Reprint reprint) {
        database.sql("""
                insert into newsroom.reprint (revision, original_author, original_title, link, issue, editor)
                values (:revision, :author, :title, :link, :issue, :editor)
                """)
                .param("revision", revision)
                .param("author", reprint.author())
                .param("title", reprint.title())
                .param("link", reprint.link())
                .param("issue", reprint.issue())
                .param("editor", reprint.editor())
                .update();
    }

    private void add(long revision, int place, Content.Picture picture) {
        database.sql("""
                insert into newsroom.picture (revision, place, attachment, sha256, alternative_text, caption)
                values (:revision, :place, :attachment, :sha256, :alternative, :caption)
                """)
                .param("revision", revision)
                .param("place", place)
                .param("attachment", picture.attachment())
                .param("sha256", picture.sha256())
                .param("alternative", picture.alternativeText())
                .param("caption", picture.caption())
                .update();
    }

    Revision get(long id) {
        return database.sql("select * from newsroom.revision r where r.id = :id")
                .param("id", id)
                .query(this::revision)
                .single();
    }

    /** NotFound where the article has none at this place. */
    Revision at(long article, int place) {
        return database.sql("select * from newsroom.revision r where r.article = :article and r.place = :place")
                .param("article", article)
                .param("place", place)
                .query(this::revision)
                .optional()
                .orElseThrow(Refusal.NotFound::new);
    }

    /** The newest first, without a look at what is in them. */
    List<Integer> places(long article) {
        return database.sql("select place from newsroom.revision where article = :article order by place desc")
                .param("article", article)
                .query((row, _) -> row.getInt("place"))
                .list();
    }

    /** The last one before this that somebody had passed, or that went to readers; the first one where there is none. */
    Optional<Revision> lastPassedBefore(Revision revision) {
        return database.sql("""
                        select r.id from newsroom.revision r
                        where r.article = :article and r.place < :place
                        order by exists (select 1 from newsroom.pass p where p.revision = r.id) desc, r.place desc
                        limit 1
                        """)
                .param("article", revision.article())
                .param("place", revision.place())
                .query(Long.class)
                .optional()
                .map(this::get);
    }

    void pass(Revision revision, int place, Hand by, int errors, Instant at) {
        database.sql("""
                insert into newsroom.pass (revision, place, person, name, digest, errors, at)
                values (:revision, :place, :person, :name, :digest, :errors, :at)
                """)
                .param("revision", revision.id())
                .param("place", place)
                .param("person", by.person().value())
                .param("name", by.name())
                .param("digest", revision.digest())
                .param("errors", errors)
                .param("at", Articles.time(at))
                .update();
    }

    /**
     * Answers its id.
     *
     * @param seen what readers see since then; empty where it changed nothing for them
     */
    long write(long article, long revision, Step step, Optional<Article.Face> seen) {
        return database.sql("""
                insert into newsroom.step
                    (article, revision, at, deed, person, name, reason, note, through, standing, slug, editor_name)
                values (:article, :revision, :at, :deed, cast(:person as bigint), :name, :reason, :note, :through, :standing,
                    :slug, :editor)
                returning id
                """)
                .param("article", article)
                .param("revision", revision)
                .param("at", Articles.time(step.at()))
                .param("deed", step.deed().name())
                .param("person", step.by().map(PersonId::value).orElse(null))
                .param("name", step.name())
                .param("reason", step.reason())
                .param("note", step.note())
                .param("through", step.through())
                .param("standing", seen.map(face -> face.standing().name()).orElse(""))
                .param("slug", seen.map(Article.Face::slug).orElse(""))
                .param("editor", seen.map(Article.Face::editor).orElse(""))
                .query(Long.class)
                .single();
    }

    /** The oldest first. */
    List<Step> course(long article) {
        return database.sql("""
                        select at, deed, person, name, reason, note, through from newsroom.step
                        where article = :article order by id
                        """)
                .param("article", article)
                .query(Revisions::step)
                .list();
    }

    private Revision revision(ResultSet row, int number) throws SQLException {
        var id = row.getLong("id");
        return new Revision(
                id,
                row.getLong("article"),
                row.getInt("place"),
                row.getInt("round"),
                new Content(
                        row.getString("title"),
                        row.getString("byline"),
                        row.getString("unit_name"),
                        row.getString("text"),
                        reprint(id, row.getString("source")),
                        pictures(id)),
                row.getString("digest"),
                new PersonId(row.getLong("written_by")),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                passes(id));
    }

    private Reprint reprint(long revision, String source) {
        return source.isEmpty()
                ? Reprint.NONE
                : database.sql("""
                                select original_author, original_title, link, issue, editor
                                from newsroom.reprint where revision = :revision
                                """)
                        .param("revision", revision)
                        .query((row, _) -> new Reprint(
                                source,
                                row.getString("original_author"),
                                row.getString("original_title"),
                                row.getString("link"),
                                row.getString("issue"),
                                row.getString("editor")))
                        .optional()
                        .orElseGet(() -> new Reprint(source, "", "", "", "", ""));
    }

    private List<Content.Picture> pictures(long revision) {
        return database.sql("""
                        select attachment, sha256, alternative_text, caption
                        from newsroom.picture where revision = :revision order by place
                        """)
                .param("revision", revision)
                .query((row, _) -> new Content.Picture(
                        row.getObject("attachment", UUID.class),
                        row.getString("sha256"),
                        row.getString("alternative_text"),
                        row.getString("caption")))
                .list();
    }

    private List<Revision.Pass> passes(long revision) {
        return database.sql("""
                        select p.place, p.person, p.name, p.errors, p.at
                        from newsroom.counted_pass(:revision) p order by p.place
                        """)
                .param("revision", revision)
                .query((row, _) -> new Revision.Pass(
                        row.getInt("place"),
                        new PersonId(row.getLong("person")),
                        row.getString("name"),
                        row.getInt("errors"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Step step(ResultSet row, int place) throws SQLException {
        @Nullable Long person = row.getObject("person", Long.class);
        return new Step(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                ArticleDeed.valueOf(row.getString("deed")),
                Optional.ofNullable(person).map(PersonId::new),
                row.getString("name"),
                row.getString("reason"),
                row.getString("note"),
                row.getString("through"));
    }
}
