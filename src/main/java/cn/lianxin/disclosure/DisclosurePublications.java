package cn.lianxin.disclosure;

import cn.lianxin.platform.transparency.Layout;
import cn.lianxin.platform.transparency.PublishedRows;
import cn.lianxin.platform.transparency.PublishedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Notices and what was said to them, in the public log. What ends with a notice is an entry of its own, so that its title and the
 * replies can stay to be read; of an objection stands there what everybody reads of it, and apart from that its words, which only
 * who keeps the notice reads. Who objected stands nowhere.
 */
@Configuration(proxyBeanMethods = false)
class DisclosurePublications {

    static final String VERSION = "disclosure.version";
    static final String TEXT = "disclosure.text";
    static final String END = "disclosure.end";
    static final String OBJECTION = "disclosure.objection";
    static final String WORDS = "disclosure.words";
    static final String REPLY = "disclosure.reply";

    private static final String NAMELESS = "who objected stands nowhere in the log";

    /** A later version told that what stood there tells too much. */
    private static final String CLOSED = """
            exists (select 1 from disclosure.version c
                where c.notice = v.notice and c.place > v.place and c.state = 'PUBLIC' and c.closes_earlier)""";

    private static PublishedTable version() {
        return PublishedTable.of("disclosure.version", "v")
                .where("v.state = 'PUBLIC'")
                .commits("notice", "place", "state")
                .leaves("when writing began is not published", "drafted_at")
                .leaves("what one of the two said to the other before it was public", "return_reason");
    }

    private static PublishedTable notice() {
        return PublishedTable.of("disclosure.notice", "n")
                .where("exists (select 1 from disclosure.version v where v.notice = n.number and v.state = 'PUBLIC')")
                .commits("number")
                .leaves(
                        "when and by whom it was begun is not published; who wrote each version is",
                        "created_by",
                        "created_at");
    }

    @Bean
    static PublishedRows disclosureVersionPublications(JdbcClient database) {
        return new PublishedRows(
                database,
                Layout.of(
                                VERSION,
                                "disclosure",
                                version()
                                        .commits(
                                                "kind", "title", "reason", "closes_earlier", "duty_place", "drafted_by")
                                        .commits("approved_by", "published_at", "objections_until", "stays_until"),
                                "notice",
                                "place")
                        .beside(notice().commits("circle", "unit", "duty", "period"), "n.number = v.notice")
                        .shownWhere("""
                                n.ended_at is null or v.place = (select max(l.place) from disclosure.version l
                                    where l.notice = v.notice and l.state = 'PUBLIC')""")
                        .takenBackWhere(CLOSED));
    }

    @Bean
    static PublishedRows disclosureTextPublications(JdbcClient database) {
        var file = PublishedTable.of("disclosure.file", "f").where("""
                        exists (select 1 from disclosure.version v
                            where v.notice = f.notice and v.place = f.place and v.state = 'PUBLIC')""").commits("notice", "place", "attachment");
        var bytes = PublishedTable.of("attachment.content", "c")
                .where("exists (select 1 from disclosure.file f where f.attachment = c.id)")
                .commits("id", "name", "media_type", "size", "sha256", "bytes", "preview")
                .leaves("not published; the media type says how it is shown", "kind", "seconds")
                .leaves("measured in the bytes", "width", "height")
                .leaves("when it came in and whether it is kept is not published", "taken_at", "kept");
        return new PublishedRows(
                database,
                Layout.of(
                                TEXT,
                                "disclosure-text",
                                version()
                                        .where("v.state = 'PUBLIC' and v.kind <> 'WITHDRAWAL'")
                                        .commits("kind", "body", "columns", "left_out", "cells"),
                                "notice",
                                "place")
                        .beside(notice(), "n.number = v.notice")
                        .below(file, "f.notice = v.notice and f.place = v.place", "f.attachment")
                        .field("bytes", """
                                coalesce((select string_agg(json_build_array(p.id::text, p.name, p.media_type, p.size::text,
                                        p.sha256, p.of_bytes, p.of_preview)::text, chr(10) order by p.id)
                                    from disclosure.file f join attachment.fingerprint p on p.id = f.attachment
                                    where f.notice = v.notice and f.place = v.place), '')""", bytes)
                        .shownWhere("n.ended_at is null")
                        .takenBackWhere(CLOSED));
    }

    @Bean
    static PublishedRows disclosureEndPublications(JdbcClient database) {
        return new PublishedRows(
                database,
                Layout.of(
                        END,
                        "disclosure-end",
                        notice().where("n.ended_at is not null").commits("ended_at"),
                        "number"));
    }

    @Bean
    static PublishedRows objectionPublications(JdbcClient database) {
        var objection = PublishedTable.of("disclosure.objection", "o")
                .commits("id", "notice", "place", "reply_due")
                .leaves(NAMELESS, "person");
        return new PublishedRows(
                database,
                Layout.of(OBJECTION, "objection", objection, "id")
                        .field("day", "to_char(o.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')"));
    }

    @Bean
    static PublishedRows objectionWordsPublications(JdbcClient database) {
        var objection = PublishedTable.of("disclosure.objection", "o")
                .commits("id", "words", "at", "digest")
                .leaves(NAMELESS, "person");
        return new PublishedRows(
                database, Layout.of(WORDS, "objection-words", objection, "id").shownWhere("false"));
    }

    @Bean
    static PublishedRows replyPublications(JdbcClient database) {
        var reply = PublishedTable.of("disclosure.reply", "r")
                .commits("objection", "outcome", "reasons", "by_person", "at");
        return new PublishedRows(database, Layout.of(REPLY, "objection-reply", reply, "objection"));
    }
}
