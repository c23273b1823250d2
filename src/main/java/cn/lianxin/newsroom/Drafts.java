package cn.lianxin.newsroom;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.retention.KeptData;
import cn.lianxin.reprint.Reprint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of what is being written; it goes where nobody goes on with it. */
@Component
class Drafts implements KeptData {

    private static final String COLUMNS =
            "id, person, article, base, channel, title, byline, text, source, original_author, original_title, link, issue, reprint_editor, attachments, alternatives, captions, reason, version";

    private final JdbcClient database;
    private final Clock clock;

    Drafts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** NotFound for everybody but whoever writes it. */
    Draft get(long id, PersonId person) {
        return find(id, person).orElseThrow(Refusal.NotFound::new);
    }

    Optional<Draft> find(long id, PersonId person) {
        return database.sql("select " + COLUMNS + " from newsroom.draft where id = :id and person = :person")
                .param("id", id)
                .param("person", person.value())
                .query(Drafts::draft)
                .optional();
    }

    /** Until the end of the transaction nobody else saves it. */
    Draft hold(long id, PersonId person) {
        return database.sql("select " + COLUMNS + " from newsroom.draft where id = :id and person = :person for update")
                .param("id", id)
                .param("person", person.value())
                .query(Drafts::draft)
                .optional()
                .orElseThrow(Refusal.NotFound::new);
    }

    Optional<Draft> of(long article, PersonId person) {
        return database.sql("select " + COLUMNS + " from newsroom.draft where article = :article and person = :person")
                .param("article", article)
                .param("person", person.value())
                .query(Drafts::draft)
                .optional();
    }

    /** Those of new texts, the last one first. */
    List<Draft> ofNewTexts(PersonId person) {
        return database.sql("select " + COLUMNS
                        + " from newsroom.draft where person = :person and article is null order by changed_at desc")
                .param("person", person.value())
                .query(Drafts::draft)
                .list();
    }

    Draft save(Draft draft) {
        var statement = draft.id() == 0 ? """
                insert into newsroom.draft (person, article, base, channel, title, byline, text, source, original_author, original_title,
                    link, issue, reprint_editor, attachments, alternatives, captions, reason, changed_at)
                values (:person, cast(:article as bigint), cast(:base as bigint), :channel, :title, :byline, :text, :source, :author,
                    :original, :link, :issue, :editor, :attachments, :alternatives, :captions, :reason, :now)
                returning id, version
                """ : """
                update newsroom.draft set base = cast(:base as bigint), version = version + 1, channel = :channel, title = :title, byline = :byline, text = :text,
                    source = :source, original_author = :author, original_title = :original, link = :link, issue = :issue,
                    reprint_editor = :editor, attachments = :attachments, alternatives = :alternatives, captions = :captions,
                    reason = :reason, changed_at = :now
                where id = :id and person = :person
                returning id, version
                """;
        var pictures = draft.pictures();
        return database.sql(statement)
                .param("id", draft.id())
                .param("person", draft.person().value())
                .param("article", draft.article().orElse(null))
                .param("base", draft.base().orElse(null))
                .param("channel", draft.channel())
                .param("title", draft.title())
                .param("byline", draft.byline())
                .param("text", draft.text())
                .param("source", draft.reprint().source())
                .param("author", draft.reprint().author())
                .param("original", draft.reprint().title())
                .param("link", draft.reprint().link())
                .param("issue", draft.reprint().issue())
                .param("editor", draft.reprint().editor())
                .param(
                        "attachments",
                        pictures.stream().map(Draft.Picture::attachment).toArray(UUID[]::new))
                .param(
                        "alternatives",
                        pictures.stream().map(Draft.Picture::alternativeText).toArray(String[]::new))
                .param("captions", pictures.stream().map(Draft.Picture::caption).toArray(String[]::new))
                .param("reason", draft.reason())
                .param("now", Articles.time(clock.instant()))
                .query((row, _) -> draft.kept(row.getLong("id"), row.getInt("version")))
                .single();
    }

    void remove(Draft draft) {
        database.sql("delete from newsroom.draft where id = :id and person = :person")
                .param("id", draft.id())
                .param("person", draft.person().value())
                .update();
    }

    @Override
    public String kind() {
        return "draft";
    }

    @Override
    public Set<String> erases() {
        return Set.of("newsroom.draft");
    }

    @Override
    public int erase(Instant before, int most) {
        return database.sql("""
                        delete from newsroom.draft where ctid in (
                            select ctid from newsroom.draft where changed_at < :before limit :most)
                        """)
                .param("before", Articles.time(before))
                .param("most", most)
                .update();
    }

    private static Draft draft(ResultSet row, int place) throws SQLException {
        var attachments = (UUID[]) row.getArray("attachments").getArray();
        var alternatives = (String[]) row.getArray("alternatives").getArray();
        var captions = (String[]) row.getArray("captions").getArray();
        var pictures = new ArrayList<Draft.Picture>();
        for (var at = 0; at < attachments.length; at++) {
            pictures.add(new Draft.Picture(attachments[at], alternatives[at], captions[at]));
        }
        return new Draft(
                row.getLong("id"),
                new PersonId(row.getLong("person")),
                Optional.ofNullable(row.getObject("article", Long.class)),
                Optional.ofNullable(row.getObject("base", Long.class)),
                row.getString("channel"),
                row.getString("title"),
                row.getString("byline"),
                row.getString("text"),
                new Reprint(
                        row.getString("source"),
                        row.getString("original_author"),
                        row.getString("original_title"),
                        row.getString("link"),
                        row.getString("issue"),
                        row.getString("reprint_editor")),
                pictures,
                row.getString("reason"),
                row.getInt("version"));
    }
}
