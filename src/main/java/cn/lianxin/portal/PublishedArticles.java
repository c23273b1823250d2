package cn.lianxin.portal;

import cn.lianxin.kernel.Page;
import cn.lianxin.newsroom.ArticleKind;
import cn.lianxin.newsroom.Content;
import cn.lianxin.newsroom.Standing;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.reprint.Reprint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is public. Lists never read a text; everything asks for the standing, so what is taken down is gone at once. */
@Component
class PublishedArticles {

    static final int PAGE_SIZE = 20;
    private static final int OF_A_MONTH = 1_000;
    private static final int LONGEST_FRONT = 8;

    /** One text with all that belongs to it. */
    record Whole(
            Story story,
            String text,
            List<Content.Picture> pictures,
            List<Correction> corrections,
            Reprint reprint,
            List<Clause> clauses,
            List<Decision> decisions) {}

    /**
     * What it explains, as it read then.
     *
     * @param newerFrom from when a newer version of the law is, where there is one
     */
    record Clause(String law, LocalDate fromDay, String article, String text, Optional<LocalDate> newerFrom) {}

    /** Why it came out although objections to the notice about its exemplars were found right. */
    record Decision(long notice, long upheld, String reason, String by, Instant at) {}

    record Correction(Instant at, String note) {}

    /** That it was there; a title only of what was retracted. */
    record Gravestone(Standing standing, Instant at, String note, String title) {}

    private static final String STORY = """
            p.id, p.channel, c.name, c.english_name, p.kind, p.slug, p.first_public_at, p.changed_at, p.title, p.byline,
            p.unit_name, p.source, p.editor_name, p.lead, p.pictures, c.showing
            """;

    private static final String OF_ALL =
            "select " + STORY + " from newsroom.published p join newsroom.open_channel c on c.code = p.channel ";

    private final JdbcClient database;

    PublishedArticles(JdbcClient database) {
        this.database = database;
    }

    /** The newest of each channel, in the order of the channels; what readers had before, at a former portal, is no news. */
    @Transactional(readOnly = true)
    List<Story> newestOfEach() {
        return database.sql("select " + STORY + """
                 from newsroom.open_channel c
                cross join lateral (
                    select * from newsroom.published n where n.channel = c.code and not n.former
                    order by n.first_public_at desc, n.id desc limit :most) p
                order by c.place, p.first_public_at desc, p.id desc
                """)
                .param("most", LONGEST_FRONT)
                .query(PublishedArticles::story)
                .list();
    }

    /** @param after cursor of the page before, blank for the newest */
    @Transactional(readOnly = true)
    Page<Story> ofChannel(String channel, String after) {
        var rows = after(after, OF_ALL + """
                 where p.channel = :channel and (p.first_public_at, p.id) < (:before, :beforeId)
                order by p.first_public_at desc, p.id desc limit :limit
                """)
                .param("channel", channel)
                .query(PublishedArticles::story)
                .list();
        return Page.of(rows, PAGE_SIZE, Story::cursor);
    }

    private JdbcClient.StatementSpec after(String cursor, String statement) {
        var parts = cursor.matches("[0-9]{1,11}\\.[0-9]{1,6}\\.[0-9]{1,18}") ? cursor.split("\\.") : new String[0];
        var before = parts.length == 0
                ? OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)
                : Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1]) * 1_000)
                        .atOffset(ZoneOffset.UTC);
        return database.sql(statement)
                .param("before", before)
                .param("beforeId", parts.length == 0 ? Long.MAX_VALUE : Long.parseLong(parts[2]))
                .param("limit", PAGE_SIZE + 1);
    }

    /** @param channel blank for all */
    @Transactional(readOnly = true)
    List<Story> newest(String channel, int most) {
        return database.sql(OF_ALL + (channel.isEmpty() ? "" : " where p.channel = :channel") + """
                 order by p.first_public_at desc, p.id desc limit :most
                """)
                .param("channel", channel)
                .param("most", most)
                .query(PublishedArticles::story)
                .list();
    }

    @Transactional(readOnly = true)
    List<Story> of(YearMonth month) {
        return database.sql(OF_ALL + """
                 where p.first_public_at >= :from and p.first_public_at < :until
                order by p.first_public_at desc, p.id desc limit :most
                """)
                .param("from", month.atDay(1).atStartOfDay(Screen.ZONE).toOffsetDateTime())
                .param(
                        "until",
                        month.plusMonths(1).atDay(1).atStartOfDay(Screen.ZONE).toOffsetDateTime())
                .param("most", OF_A_MONTH)
                .query(PublishedArticles::story)
                .list();
    }

    /** The month of the first one of all, empty where there is none. */
    @Transactional(readOnly = true)
    Optional<YearMonth> firstMonth() {
        return database.sql(
                        "select p.first_public_at from newsroom.published p order by p.first_public_at, p.id limit 1")
                .query((row, _) ->
                        YearMonth.from(row.getObject(1, OffsetDateTime.class).atZoneSameInstant(Screen.ZONE)))
                .optional();
    }

    @Transactional(readOnly = true)
    Optional<Whole> find(long id) {
        return database.sql(OF_ALL + " where p.id = :id")
                .param("id", id)
                .query(PublishedArticles::story)
                .optional()
                .map(story -> new Whole(
                        story, text(id), pictures(id), corrections(id), reprint(story), clauses(id), decisions(id)));
    }

    private String text(long id) {
        return database.sql("select t.text from newsroom.published_text t where t.id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private List<Clause> clauses(long id) {
        return database.sql(
                        "select e.law, e.from_day, e.clause, e.text, e.newer_from from statute.explained e where e.article = :id order by e.id")
                .param("id", id)
                .query((row, _) -> new Clause(
                        row.getString("law"),
                        row.getObject("from_day", LocalDate.class),
                        row.getString("clause"),
                        row.getString("text"),
                        Optional.ofNullable(row.getObject("newer_from", LocalDate.class))))
                .list();
    }

    private List<Decision> decisions(long id) {
        return database.sql("""
                select d.notice, d.upheld, d.reason, d.decided_at, coalesce(c.name, '') as name
                from exemplar.public_decision d left join organization.person_card c on c.id = d.decided_by
                where d.article = :id order by d.id
                """)
                .param("id", id)
                .query((row, _) -> new Decision(
                        row.getLong("notice"),
                        row.getLong("upheld"),
                        row.getString("reason"),
                        row.getString("name"),
                        row.getTimestamp("decided_at").toInstant()))
                .list();
    }

    private Reprint reprint(Story story) {
        return story.source().isEmpty()
                ? Reprint.NONE
                : database.sql("""
                                select r.original_author, r.original_title, r.link, r.issue, r.editor
                                from newsroom.published_reprint r where r.id = :id
                                """)
                        .param("id", story.id())
                        .query((row, _) -> new Reprint(
                                story.source(),
                                row.getString("original_author"),
                                row.getString("original_title"),
                                row.getString("link"),
                                row.getString("issue"),
                                row.getString("editor")))
                        .optional()
                        .orElse(Reprint.NONE);
    }

    private List<Content.Picture> pictures(long id) {
        return database.sql("""
                        select p.attachment, p.alternative_text, p.caption from newsroom.published_picture p
                        where p.id = :id order by p.place
                        """)
                .param("id", id)
                .query((row, _) -> new Content.Picture(
                        row.getObject("attachment", UUID.class),
                        "",
                        row.getString("alternative_text"),
                        row.getString("caption")))
                .list();
    }

    private List<Correction> corrections(long id) {
        return database.sql("select c.at, c.note from newsroom.published_correction c where c.id = :id order by c.at")
                .param("id", id)
                .query((row, _) -> new Correction(instant(row, "at"), row.getString("note")))
                .list();
    }

    /** The file of one picture, empty where the article is not public or has none there. */
    @Transactional(readOnly = true)
    Optional<UUID> picture(long id, int place) {
        return database.sql(
                        "select p.attachment from newsroom.published_picture p where p.id = :id and p.place = :place")
                .param("id", id)
                .param("place", place)
                .query(UUID.class)
                .optional();
    }

    /** Others of the same channel. */
    @Transactional(readOnly = true)
    List<Story> beside(Story story, int most) {
        return newest(story.channel(), most + 1).stream()
                .filter(other -> other.id() != story.id())
                .limit(most)
                .toList();
    }

    /** Of what was public once and is not any more. */
    @Transactional(readOnly = true)
    Optional<Gravestone> gravestone(long id) {
        return database.sql(
                        "select g.standing, g.changed_at, g.note, g.title from newsroom.gravestone g where g.id = :id")
                .param("id", id)
                .query((row, _) -> new Gravestone(
                        Standing.valueOf(row.getString("standing")),
                        instant(row, "changed_at"),
                        row.getString("note"),
                        row.getString("title")))
                .optional();
    }

    /** By thousands of numbers, with the last change of each: {@code part} and {@code changed}. */
    @Transactional(readOnly = true)
    List<SitemapPart> parts(int size) {
        return database.sql("""
                        select t.part, max(t.changed_at) as changed
                        from (select p.id / :size as part, p.changed_at from newsroom.published p) t
                        group by t.part order by t.part
                        """)
                .param("size", size)
                .query((row, _) -> new SitemapPart(row.getLong("part"), instant(row, "changed")))
                .list();
    }

    record SitemapPart(long part, Instant changed) {}

    @Transactional(readOnly = true)
    List<Story> part(long part, int size) {
        return database.sql(OF_ALL + " where p.id >= :from and p.id < :until order by p.id")
                .param("from", part * size)
                .param("until", (part + 1) * size)
                .query(PublishedArticles::story)
                .list();
    }

    /** By their numbers, for whoever goes through all of them. */
    @Transactional(readOnly = true)
    List<Story> following(long after, int most) {
        return database.sql(OF_ALL + " where p.id > :after order by p.id limit :most")
                .param("after", after)
                .param("most", most)
                .query(PublishedArticles::story)
                .list();
    }

    /** Their titles stay, with what was said of them. */
    @Transactional(readOnly = true)
    List<Long> retracted() {
        return database.sql("select g.id from newsroom.gravestone g where g.standing = 'RETRACTED' order by g.id")
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    private static Story story(ResultSet row, int place) throws SQLException {
        return new Story(
                row.getLong("id"),
                row.getString("channel"),
                row.getString("name"),
                row.getString("english_name"),
                ArticleKind.valueOf(row.getString("kind")),
                row.getString("slug"),
                instant(row, "first_public_at"),
                instant(row, "changed_at"),
                row.getString("title"),
                row.getString("byline"),
                row.getString("unit_name"),
                row.getString("source"),
                row.getString("editor_name"),
                row.getString("lead"),
                row.getInt("pictures"),
                Story.Showing.valueOf(row.getString("showing")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
