package cn.lianxin.newsroom;

import cn.lianxin.platform.transparency.Layout;
import cn.lianxin.platform.transparency.PublishedRows;
import cn.lianxin.platform.transparency.PublishedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Articles in the public log: each text that came out, and each act by which something of an article changed for its readers. The
 * newest act is held against how the article stands, those before it against how it stood then.
 */
@Configuration(proxyBeanMethods = false)
class ArticlePublications {

    static final String TEXT = "newsroom.text";
    static final String ACT = "newsroom.act";

    private static final String OUT =
            "exists (select 1 from newsroom.step o where o.article = %s and o.standing = 'PUBLIC'"
                    + " and o.revision = %s)";
    private static final String HOUSE = "what is worked on in the house is not published";

    private static final String NEWEST = """
            s.id = (select max(o.id) from newsroom.step o where o.article = s.article and o.standing <> '')""";

    /** What was public when it was done. */
    private static final String REVISION =
            "case when s.standing = 'PUBLIC' and not (" + NEWEST + ") then s.revision else a.public_revision end";

    private static PublishedTable article() {
        return PublishedTable.of("newsroom.article", "a")
                .where("a.first_public_at is not null")
                .commits("id", "channel", "kind", "unit")
                .leaves("its byline is what readers see", "author")
                .leaves(HOUSE, "working", "revision", "next_place", "round", "submitted_at", "publish_at")
                .leaves(HOUSE, "expire_at", "last_due_at", "last_told", "version", "written_in")
                .leaves("it only keeps it from the front page", "former");
    }

    @Bean
    static PublishedRows articleTextPublications(JdbcClient database) {
        var revision = PublishedTable.of("newsroom.revision", "r")
                .where(OUT.formatted("r.article", "r.id"))
                .commits("id", "article", "title", "byline", "unit_name", "text", "source", "lead", "digest")
                .leaves(HOUSE, "place", "round", "written_by", "written_at")
                .leaves("what readers are told of a correction stands with the act", "reason");
        var picture = PublishedTable.of("newsroom.picture", "p")
                .where("exists (select 1 from newsroom.revision r where r.id = p.revision and "
                        + OUT.formatted("r.article", "r.id") + ")")
                .commits("revision", "place", "attachment", "sha256", "alternative_text", "caption");
        var reprint = PublishedTable.of("newsroom.reprint", "n")
                .where("exists (select 1 from newsroom.revision r where r.id = n.revision and "
                        + OUT.formatted("r.article", "r.id") + ")")
                .commits("revision", "original_author", "original_title", "link", "issue", "editor");
        var bytes = PublishedTable.of("attachment.content", "c")
                .where("exists (select 1 from newsroom.picture p where p.attachment = c.id)")
                .commits("id", "bytes", "preview");
        return new PublishedRows(
                database,
                Layout.of(TEXT, "article-text", revision, "article", "id")
                        .beside(article(), "a.id = r.article")
                        .below(picture, "p.revision = r.id", "p.place")
                        .below(reprint, "n.revision = r.id", "n.revision")
                        .field("bytes", """
                                coalesce((select string_agg(json_build_array(c.id::text, c.of_bytes, c.of_preview)::text, chr(10)
                                        order by p.place)
                                    from newsroom.picture p join attachment.fingerprint c on c.id = p.attachment
                                    where p.revision = r.id), '')""", bytes)
                        .shownWhere("a.standing = 'PUBLIC' and a.public_revision = r.id"));
    }

    @Bean
    static PublishedRows articleActPublications(JdbcClient database) {
        var step = PublishedTable.of("newsroom.step", "s")
                .where("s.standing <> ''")
                .commits("id", "article", "at", "deed", "note", "standing")
                .leaves(
                        "for the newest the article itself says it; for those before it, it is committed to",
                        "slug",
                        "editor_name")
                .leaves("which text is public the article itself says", "revision")
                .leaves(
                        "who did it, and what he said of it in the house, is not published",
                        "person",
                        "name",
                        "reason",
                        "through");
        var seen = article()
                .commits("standing", "slug", "first_public_at", "changed_at", "editor_name", "note", "public_revision");
        return new PublishedRows(
                database,
                Layout.of(ACT, "article", step, "article", "id")
                        .beside(article().commits("first_public_at"), "a.id = s.article")
                        .field("seen.standing", now("a.standing", "s.standing"), seen)
                        .field("seen.slug", now("a.slug", "s.slug"))
                        .field("seen.editor_name", now("a.editor_name", "s.editor_name"))
                        .field("seen.note", now("a.note", "case s.standing when 'PUBLIC' then '' else s.note end"))
                        .field("seen.changed_at", now(micros("a.changed_at"), micros("s.at")))
                        .field("seen.revision", "(" + REVISION + ")::text")
                        .field("seen.title", """
                                case when s.standing in ('PUBLIC', 'RETRACTED')
                                    then (select t.title from newsroom.revision t where t.id = %s) else '' end""".formatted(REVISION))
                        .shownWhere("a.standing = 'PUBLIC' or " + NEWEST));
    }

    private static String now(String newest, String before) {
        return "case when " + NEWEST + " then " + newest + " else " + before + " end";
    }

    private static String micros(String moment) {
        return "(extract(epoch from " + moment + ") * 1000000)::bigint::text";
    }
}
