package cn.lianxin.knowledge;

import cn.lianxin.kernel.Page;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What all may read. Everything asks {@code knowledge.shown}, so what is taken down is gone from everywhere at once. */
@Component
class PublicQuestions {

    private static final int PAGE_SIZE = 20;
    /** Below, a figure would tell of somebody. */
    private static final int FEWEST_TAPS = 5;

    private static final String SHOWN =
            "select s.number, s.place, s.asked, s.answer, s.basis, s.unit, s.matter, s.public_at from knowledge.shown s ";

    /** @param until when the next one took its place */
    record Earlier(int place, Text text, Instant since, Instant until) {}

    /**
     * That it was there; without a rule where whoever raised the concern took it down.
     *
     * @param overturned whether a review found its answer wrong, and it is to be said anew
     */
    record Gravestone(Optional<Instant> at, Optional<TakenBy> rule, boolean overturned) {}

    /** @param people who tapped, never fewer than five */
    record Taps(int people, int answered) {}

    private final JdbcClient database;
    private final Directory directory;

    PublicQuestions(JdbcClient database, Directory directory) {
        this.database = database;
        this.directory = directory;
    }

    /**
     * The newest first.
     *
     * @param area letter of the matters, blank for all
     * @param after cursor of the page before, blank for the newest
     */
    @Transactional(readOnly = true)
    Page<Shown> list(String area, String after) {
        var rows = database.sql(SHOWN + """
                 where (:area = '' or substr(s.matter, 1, 1) = :area) and s.number < :before
                order by s.number desc limit :limit
                """)
                .param("area", area.matches("[A-Z]") ? area : "")
                .param("before", after.matches("[0-9]{1,18}") ? Long.parseLong(after) : Long.MAX_VALUE)
                .param("limit", PAGE_SIZE + 1)
                .query((row, _) -> shown(row))
                .list();
        return Page.of(rows, PAGE_SIZE, row -> String.valueOf(row.number()));
    }

    /** The letters of the matters of which there are any. */
    @Transactional(readOnly = true)
    List<String> areas() {
        return database.sql("select distinct substr(s.matter, 1, 1) as area from knowledge.shown s order by area")
                .query((row, _) -> row.getString("area"))
                .list();
    }

    /** Those of them that may be read, in their order. */
    @Transactional(readOnly = true)
    List<Shown> among(Collection<Long> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        var rows = database.sql(SHOWN + " where s.number = any (:numbers)")
                .param("numbers", numbers.toArray(Long[]::new))
                .query((row, _) -> shown(row))
                .list();
        return numbers.stream()
                .flatMap(number -> rows.stream().filter(row -> row.number() == number))
                .toList();
    }

    @Transactional(readOnly = true)
    Optional<Shown> find(long number) {
        return among(List.of(number)).stream().findFirst();
    }

    /** The wordings before the one that is shown, newest first. */
    @Transactional(readOnly = true)
    List<Earlier> earlier(long number) {
        return database.sql("""
                select w.place, w.asked, w.answer, w.basis, w.public_at,
                    (select min(n.public_at) from knowledge.wording n
                     where n.question = w.question and n.place > w.place and n.public_at is not null) as until
                from knowledge.wording w
                where w.question = :number and w.state = 'REPLACED'
                  and exists (select 1 from knowledge.shown s where s.number = w.question)
                order by w.place desc
                """)
                .param("number", number)
                .query((row, _) ->
                        new Earlier(row.getInt("place"), text(row), instant(row, "public_at"), instant(row, "until")))
                .list();
    }

    /** Of what was public once and is not any more; NotFound of what never was. */
    @Transactional(readOnly = true)
    Gravestone gravestone(long number) {
        return database.sql("""
                select t.at, t.rule,
                    t.question is null
                        and not exists (select 1 from concern.untold_case u where u.id = q.concern) as overturned
                from knowledge.question q
                left join knowledge.taken_down t on t.question = q.number
                where q.number = :number
                  and exists (select 1 from knowledge.wording w where w.question = q.number and w.state = 'PUBLIC')
                """)
                .param("number", number)
                .query((row, _) -> new Gravestone(
                        Optional.ofNullable(row.getObject("at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        Optional.ofNullable(row.getString("rule")).map(TakenBy::valueOf),
                        row.getBoolean("overturned")))
                .optional()
                .orElseThrow(Refusal.NotFound::new);
    }

    /** Once each; a second tap takes the place of the first. */
    @Transactional
    void tap(long number, String key, boolean answered) {
        if (find(number).isEmpty()) {
            throw new Refusal.NotFound();
        }
        database.sql("""
                insert into knowledge.tap (question, tapped_by, answered) values (:number, :key, :answered)
                on conflict (question, tapped_by) do update set answered = excluded.answered
                """)
                .param("number", number)
                .param("key", key)
                .param("answered", answered)
                .update();
    }

    /** Empty until enough have tapped. */
    @Transactional(readOnly = true)
    Optional<Taps> taps(long number) {
        return database.sql("""
                select count(*) as people, count(*) filter (where answered) as answered
                from knowledge.tap where question = :number
                """)
                .param("number", number)
                .query((row, _) -> new Taps(row.getInt("people"), row.getInt("answered")))
                .optional()
                .filter(taps -> taps.people() >= FEWEST_TAPS);
    }

    private Shown shown(ResultSet row) throws SQLException {
        var unit = new UnitId(row.getLong("unit"));
        return new Shown(
                row.getLong("number"),
                row.getInt("place"),
                text(row),
                unit,
                directory.pathName(unit),
                row.getString("matter"),
                instant(row, "public_at"));
    }

    private static Text text(ResultSet row) throws SQLException {
        return new Text(row.getString("asked"), row.getString("answer"), row.getString("basis"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
