package cn.lianxin.textcheck;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Page;
import cn.lianxin.kernel.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of the list: an entry is added or ended, and either is another version. */
@Component
class Terms {

    /** What was done with an entry; without a name where it came with the product. */
    record Change(long version, Instant at, String name, String deed, String words, String reason) {}

    private static final String COLUMNS = "t.id, t.kind, t.words, t.level, t.advice, t.exceptions, t.titles, t.place";

    static final int PAGE_SIZE = 40;

    private final JdbcClient database;
    private final Clock clock;
    private volatile @Nullable Wordlist known;

    Terms(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** As it is now; read anew where it has changed. */
    Wordlist list() {
        var version = version();
        var list = known;
        if (list == null || list.version() != version) {
            list = new Wordlist(version, all());
            known = list;
        }
        return list;
    }

    long version() {
        return database.sql("select coalesce(max(id), 0) from textcheck.change")
                .query(Long.class)
                .single();
    }

    private List<Term> all() {
        return database.sql("select " + COLUMNS + " from textcheck.term t where not t.ended order by t.id")
                .query(Terms::term)
                .list();
    }

    /** @param after cursor of the page before, blank for the newest */
    Page<Term> page(Term.Kind kind, String looked, String after) {
        var all = of(kind, looked);
        var from = after.matches("[0-9]{1,6}") ? Math.min(Integer.parseInt(after), all.size()) : 0;
        var until = Math.min(from + PAGE_SIZE, all.size());
        return new Page<>(
                all.subList(from, until), until < all.size() ? Optional.of(String.valueOf(until)) : Optional.empty());
    }

    /** @param looked for in the words and the advice; blank for all */
    List<Term> of(Term.Kind kind, String looked) {
        return database.sql("select " + COLUMNS + """
                         from textcheck.term t
                        where not t.ended and t.kind = :kind and (strpos(t.words, :looked) > 0 or strpos(t.advice, :looked) > 0)
                        order by t.place, t.id desc
                        """)
                .param("kind", kind.name())
                .param("looked", looked)
                .query(Terms::term)
                .list();
    }

    Term get(long id) {
        return database.sql("select " + COLUMNS + " from textcheck.term t where t.id = :id and not t.ended")
                .param("id", id)
                .query(Terms::term)
                .optional()
                .orElseThrow(Refusal.NotFound::new);
    }

    /** Refuses {@code textcheck-twice} where the list has it already. */
    void add(Term term, String reason, Actor.Member by) {
        try {
            var id = database.sql("""
                            insert into textcheck.term (kind, words, level, advice, exceptions, titles, place)
                            values (:kind, :words, :level, :advice, :exceptions, :titles, :place) returning id
                            """)
                    .param("kind", term.kind().name())
                    .param("words", term.words())
                    .param("level", term.level().name())
                    .param("advice", term.advice())
                    .param("exceptions", term.exceptions().toArray(String[]::new))
                    .param("titles", term.titles().toArray(String[]::new))
                    .param("place", term.place())
                    .query(Long.class)
                    .single();
            change(id, "ADDED", reason, by);
        } catch (DuplicateKeyException twice) {
            throw new Refusal.Violation("words", "textcheck-twice");
        }
    }

    void end(Term term, String reason, Actor.Member by) {
        var ended = database.sql("update textcheck.term set ended = true where id = :id and not ended")
                .param("id", term.id())
                .update();
        if (ended == 0) {
            throw new Refusal.NotFound();
        }
        change(term.id(), "ENDED", reason, by);
    }

    private void change(long term, String deed, String reason, Actor.Member by) {
        database.sql("""
                insert into textcheck.change (term, at, person, name, deed, reason)
                values (:term, :at, :person, :name, :deed, :reason)
                """)
                .param("term", term)
                .param("at", time(clock.instant()))
                .param("person", by.person().value())
                .param("name", by.name())
                .param("deed", deed)
                .param("reason", reason)
                .update();
    }

    /** The newest first. */
    List<Change> changes(int most) {
        return database.sql("""
                        select c.id, c.at, c.name, c.deed, t.words, c.reason
                        from textcheck.change c join textcheck.term t on t.id = c.term
                        where c.person is not null order by c.id desc limit :most
                        """)
                .param("most", most)
                .query((row, _) -> new Change(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("name"),
                        row.getString("deed"),
                        row.getString("words"),
                        row.getString("reason")))
                .list();
    }

    private static Term term(ResultSet row, int place) throws SQLException {
        return new Term(
                row.getLong("id"),
                Term.Kind.valueOf(row.getString("kind")),
                row.getString("words"),
                Level.valueOf(row.getString("level")),
                row.getString("advice"),
                List.of((String[]) row.getArray("exceptions").getArray()),
                List.of((String[]) row.getArray("titles").getArray()),
                row.getInt("place"));
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
