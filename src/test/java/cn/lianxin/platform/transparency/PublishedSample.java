package cn.lianxin.platform.transparency;

import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.manifest.Salt;
import cn.lianxin.platform.merkle.GrowingTree;
import cn.lianxin.platform.merkle.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One of everything that is published, straight into the tables, with words that are found again on a page. */
final class PublishedSample {

    private static int made;

    private final JdbcClient database;
    private final long unit;
    private final Map<String, String> words = new TreeMap<>();
    private final List<String> pages = new ArrayList<>();
    private final int which = ++made;

    /** @param unit that publishes it */
    PublishedSample(JdbcClient database, UnitId unit) {
        this.database = database;
        this.unit = unit.value();
    }

    /** The column of each. */
    Map<String, String> words() {
        return words;
    }

    /** Where anybody reads of it. */
    List<String> pages() {
        return pages;
    }

    void publish() {
        batch();
        question();
        draw();
        duties();
        notice(false);
        notice(true);
        article("PUBLIC");
        article("RETRACTED");
        rules();
        quarter();
        concern(true);
        concern(false);
        day();
    }

    /** On which nothing was said; what fills its tree up comes out of its secret. */
    private void day() {
        var secret = Salt.random();
        var tree = new GrowingTree();
        for (var place = 0; place < 4_096; place++) {
            tree.add(Hash.ofLeaf(
                    secret.commit("daybook.filler", Integer.toString(place)).bytes()));
        }
        run("""
                insert into daybook.day (day, root, size, secret, closed_at)
                select date '2200-01-06' + count(*)::int, '%s', 4096, '%s', now() from daybook.day
                """.formatted(tree.root(), secret));
    }

    private String word(String column) {
        var word = "鉴" + which + "第" + (words.size() + 1_000) + "字";
        words.put(word, column);
        return word;
    }

    private void batch() {
        run("""
                insert into verdict.batch (unit, rolled_up, released_on, rated, solved, partly, not_solved, satisfied, fairly,
                    not_satisfied)
                values (7, false, date '2026-11-30', 9, 4, 3, 2, 5, 2, 2)
                """);
    }

    private void question() {
        var number = id("""
                insert into knowledge.question (concern, desk_unit, unit, matter, at)
                select -coalesce(max(number), 0) - 1, 7, 7, 'A1', now() from knowledge.question returning number
                """);
        run("""
                insert into knowledge.wording (question, place, asked, answer, basis, state, proposed_by, proposed_at, first_by,
                    first_line, second_by, second_line, public_at)
                values (%d, 1, '澡堂几点开', '早五点', '制度', 'REPLACED', 1, now(), 2, 'OFFICE', 3, 'LEADERS', now()),
                    (%d, 2, '澡堂几点开', '早六点', '制度', 'PUBLIC', 1, now(), 2, 'OFFICE', 3, 'LEADERS', now())
                """.formatted(number, number));
    }

    private void concern(boolean withdrawn) {
        var concern = id("select -1 - count(*) from publicledger.consent");
        run("""
                insert into publicledger.consent (concern, desk_unit, given_at, wording, pictures) values (%d, 7, now(), 2, true)
                """.formatted(concern));
        var number = id("""
                insert into publicledger.entry (concern, desk_unit, unit, matter, promised_on, replied_on, request, reply, state,
                    proposed_by, proposed_at, first_by, first_line, second_by, second_line, public_at, kept_parts, kept_reason)
                values (%d, 7, %d, 'E4', date '2026-11-20', date '2026-11-18', %s, %s, 'PUBLIC', 1, now(), 2, 'OFFICE', 3, 'LEADERS',
                    now(), '%s', '%s') returning number
                """.formatted(
                        concern,
                        unit,
                        withdrawn ? "null" : "'" + word("publicledger.entry.request") + "'",
                        withdrawn ? "null" : "'" + word("publicledger.entry.reply") + "'",
                        word("publicledger.entry.kept_parts"),
                        word("publicledger.entry.kept_reason")));
        run("""
                insert into publicledger.verdicts (entry, released_on, unit, rated, solved, partly, not_solved, satisfied, fairly,
                    not_satisfied)
                values (%d, date '2026-11-30', %d, 9, 4, 3, 2, 5, 2, 2)
                """.formatted(number, unit));
        run("insert into publicledger.recurrence (entry, came_back, known_on) values (%d, true, date '2026-11-30')"
                .formatted(number));
        picture(number, withdrawn);
        if (withdrawn) {
            run("insert into publicledger.withdrawal (entry, at, rule, by_person) values (%d, now(), 'MISTAKEN', 4)"
                    .formatted(number));
        } else {
            pages.add("/public-ledger/" + number);
        }
    }

    /** What is public cannot get a picture otherwise. */
    private void picture(long entry, boolean withdrawn) {
        run("alter table publicledger.picture disable trigger user");
        run(withdrawn ? """
                insert into publicledger.picture (entry, place, width, height, boxes, covers, nobody)
                values (%d, 1, 8, 6, '{}', '{}', false)
                """.formatted(entry) : """
                insert into publicledger.picture
                    (entry, place, photo, bytes, sha256, width, height, alternative_text, boxes, covers, nobody)
                values (%d, 1, gen_random_uuid(), 'abc', encode(sha256('abc'), 'hex'), 8, 6, '%s', '{1,2,3,4}', '{FACE}', false)
                """.formatted(entry, word("publicledger.picture.alternative_text")));
        run("alter table publicledger.picture enable trigger user");
    }

    private void draw() {
        var period = id("""
                insert into spotcheck.period (begins, ends, seed, commitment, published_at, drawn_until)
                select begins, begins + 7, decode(repeat('00', 32), 'hex'), repeat('a', 64), now(), begins
                from (select date '2200-01-06' + 7 * (count(*)::int) as begins from spotcheck.period) p returning id
                """);
        run("insert into spotcheck.rate (period, unit, answers_before, rate) values (%d, 7, 12, 0.5)"
                .formatted(period));
    }

    private void duties() {
        run("""
                insert into duty.occasion (duty, circle, unit, day, what, told_by, told_at)
                values ('accidents', %d, %d, date '2026-11-20', '二号井停电', 1, now())
                """.formatted(unit, unit));
        pages.add("/duties");
        pages.add("/duties/hazards");
        database.sql("select name, contents, post, source from duty.wording where duty = 'hazards' and place = 1")
                .query((row, _) -> {
                    for (var column : List.of("name", "contents", "post", "source")) {
                        words.put(row.getString(column), "duty.wording." + column);
                    }
                    return row;
                })
                .list();
    }

    private void notice(boolean ended) {
        var number = id("""
                insert into disclosure.notice (circle, unit, duty, period, created_by, created_at)
                values (%d, %d, 'hazards', '', 1, now()) returning number
                """.formatted(unit, unit));
        var file = attachment();
        for (var place = 1; place <= 2; place++) {
            run("""
                    insert into disclosure.version (notice, place, kind, title, body, columns, left_out, cells, reason, closes_earlier,
                        state, duty_place, drafted_by, drafted_at, return_reason)
                    values (%d, %d, '%s', '%s', '%s', array['%s'], array['%s'], '%s', '%s', false, 'DRAFT', 1, 1, now(), '')
                    """.formatted(
                            number,
                            place,
                            place == 1 ? "PUBLICATION" : "CORRECTION",
                            word("disclosure.version.title"),
                            word("disclosure.version.body"),
                            word("disclosure.version.columns"),
                            word("disclosure.version.left_out"),
                            word("disclosure.version.cells"),
                            place == 1 ? "" : word("disclosure.version.reason")));
            run("insert into disclosure.file (notice, place, attachment) values (%d, %d, '%s')"
                    .formatted(number, place, file));
            run("""
                    update disclosure.version set state = 'PUBLIC', approved_by = 2, published_at = now(),
                        objections_until = now() + interval '5 days', stays_until = now() + interval '90 days',
                        return_reason = '%s'
                    where notice = %d and place = %d
                    """.formatted(word("disclosure.version.return_reason"), number, place));
        }
        var objection = id("""
                insert into disclosure.objection (notice, place, person, digest, words, at, reply_due)
                values (%d, 1, 3, 'digest-%d', '%s', now(), now()) returning id
                """.formatted(number, number, word("disclosure.objection.words")));
        run("""
                insert into disclosure.reply (objection, outcome, reasons, by_person, at)
                values (%d, 'PARTLY', '%s，已经按你说的重新核算过了', 4, now())
                """.formatted(objection, word("disclosure.reply.reasons")));
        if (ended) {
            run("update disclosure.notice set ended_at = now() where number = " + number);
            run("""
                    insert into exemplar.piece (article, notice, marked_by, marked_at) values (%d, %d, 1, now());
                    insert into exemplar.decision (article, notice, upheld, reason, decided_by, decided_at)
                    values (%d, %d, 1, '%s', 2, now())
                    """.formatted(
                            1_000_000 + number, number, 1_000_000 + number, number, word("exemplar.decision.reason")));
        }
        pages.add("/disclosures/" + number);
        pages.add("/disclosures/" + number + "/versions/1");
        pages.add("/disclosures/" + number + "/comparison?from=1&to=2");
    }

    private String attachment() {
        return database.sql("""
                insert into attachment.content (id, name, media_type, kind, size, sha256, bytes, preview, taken_at, kept)
                values (gen_random_uuid(), '名单.pdf', 'application/pdf', 'DOCUMENT', 3, sha256('abc'), 'abc', 'ab', now(), true)
                returning id::text
                """).query(String.class).single();
    }

    private void article(String standing) {
        // What nobody has passed cannot be made public otherwise.
        run("alter table newsroom.article disable trigger user");
        var article = id("""
                insert into newsroom.article (channel, kind, author, unit, working, standing, submitted_at)
                values ('safety', 'TEXT', 1, 7, 'SETTLED', 'UNPUBLISHED', now()) returning id
                """);
        var former = revision(article, 1);
        var latest = revision(article, 2);
        step(article, former, "PUBLISHED", "PUBLIC", 3);
        step(article, latest, "CORRECTED", "PUBLIC", 2);
        if (!standing.equals("PUBLIC")) {
            step(article, latest, standing, standing, 1);
        }
        run("""
                update newsroom.article a set standing = '%s', public_revision = %d, slug = 'jian', editor_name = '%s', note = '%s',
                    first_public_at = (select min(s.at) from newsroom.step s where s.article = a.id),
                    changed_at = (select max(s.at) from newsroom.step s where s.article = a.id)
                where id = %d
                """.formatted(
                        standing,
                        latest,
                        word("newsroom.article.editor_name"),
                        standing.equals("PUBLIC") ? "" : word("newsroom.article.note"),
                        article));
        run("alter table newsroom.article enable trigger user");
        pages.add("/news/articles/" + article + "/jian");
    }

    private long revision(long article, int place) {
        var revision = id("""
                insert into newsroom.revision (article, place, round, title, byline, unit_name, text, source, lead, digest, written_by,
                    written_at, reason)
                values (%d, %d, 1, '%s', '%s', '%s', '%s', '%s', '%s', repeat('a', 64), 1, now(), '%s') returning id
                """.formatted(
                        article,
                        place,
                        word("newsroom.revision.title"),
                        word("newsroom.revision.byline"),
                        word("newsroom.revision.unit_name"),
                        word("newsroom.revision.text"),
                        word("newsroom.revision.source"),
                        word("newsroom.revision.lead"),
                        word("newsroom.revision.reason")));
        run("""
                insert into reprint.source (name, from_day, basis, terms) select r.source, date '2026-01-01', '协议', '注明出处'
                from newsroom.revision r where r.id = %d
                """.formatted(revision));
        run("""
                insert into newsroom.reprint (revision, original_author, original_title, link, issue, editor)
                values (%d, '%s', '%s', 'https://example.org/1', '%s', '%s')
                """.formatted(
                        revision,
                        word("newsroom.reprint.original_author"),
                        word("newsroom.reprint.original_title"),
                        word("newsroom.reprint.issue"),
                        word("newsroom.reprint.editor")));
        run("""
                insert into newsroom.picture (revision, place, attachment, sha256, alternative_text, caption)
                values (%d, 1, '%s', repeat('b', 64), '%s', '%s')
                """.formatted(
                revision, attachment(), word("newsroom.picture.alternative_text"), word("newsroom.picture.caption")));
        return revision;
    }

    private void step(long article, long revision, String deed, String standing, int hoursAgo) {
        run("""
                insert into newsroom.step (article, revision, at, deed, person, name, reason, note, standing, slug, editor_name)
                values (%d, %d, now() - interval '%d hours', '%s', 1, '%s', '%s', '%s', '%s', 'jian', '王编')
                """.formatted(
                        article,
                        revision,
                        hoursAgo,
                        deed,
                        word("newsroom.step.name"),
                        word("newsroom.step.reason"),
                        word("newsroom.step.note"),
                        standing));
    }

    private void rules() {
        run("""
                insert into promise.unit_roster (unit, roster, crew, from_date, decided_by, decided_at)
                values (%d, '', 1, date '2099-01-01', '管', now())
                """.formatted(7_000_000 + which));
        run("""
                insert into imprint.change (at, person, name, about, subject, content, reason)
                values (now(), 1, '管', 'PROCEDURE', 'safety', 'three · 3/3', '安全专题要三审')
                """);
    }

    private void quarter() {
        var quarter = id("""
                insert into insight.quarter (root, first_day, version, counted_at)
                values (-%d, date '2026-07-01', 1, now()) returning id
                """.formatted(which));
        for (var indicator : List.of("RESPONSE", "RECURRED")) {
            run("""
                    insert into insight.part_count (quarter, part, indicator, numerator, denominator, why, left_out, days, withheld)
                    values (%d, 0, '%s', 3, 9, array['OWN'], array[1], array[1.5, 2], false)
                    """.formatted(quarter, indicator));
        }
        run("""
                insert into insight.part_key (quarter, place, part, units, month, matter, grade, channel)
                values (%d, 0, 0, array[7, 1], date '2026-07-01', 'A1', 'U3', 'WEB')
                """.formatted(quarter));
        run("""
                insert into insight.quarter_batch (quarter, place, units, rated, solved, satisfied)
                values (%d, 0, array[7, 1], 9, 4, 5)
                """.formatted(quarter));
        run("insert into insight.recurrences_counted (quarter, counted_at) values (%d, now())".formatted(quarter));
    }

    private void run(String statement) {
        database.sql(statement).update();
    }

    private long id(String statement) {
        return database.sql(statement).query(Long.class).single();
    }
}
