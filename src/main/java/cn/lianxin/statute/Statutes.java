package cn.lianxin.statute;

import cn.lianxin.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of laws and of what explains them. */
@Component
class Statutes {

    /** One law and the day from which its newest version is. */
    record Law(String name, LocalDate newest) {}

    private static final String EXPLAINED =
            "select id, article, law, from_day, clause, text, newer_from, unchecked from statute.explained ";

    private final JdbcClient database;

    Statutes(JdbcClient database) {
        this.database = database;
    }

    void add(String law, LocalDate fromDay, List<StatuteLine> lines, Instant at) {
        var version = database.sql("""
                insert into statute.version (law, from_day, imported_at) values (:law, :day, :at) returning id
                """)
                .param("law", law)
                .param("day", fromDay)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
        for (var place = 0; place < lines.size(); place++) {
            var line = lines.get(place);
            database.sql("""
                    insert into statute.clause (version, place, chapter, article, text)
                    values (:version, :place, :chapter, :article, :text)
                    """)
                    .param("version", version)
                    .param("place", place + 1)
                    .param("chapter", line.chapter())
                    .param("article", line.article())
                    .param("text", line.text())
                    .update();
        }
    }

    List<StatuteLine> clauses(String law, LocalDate fromDay) {
        return database.sql("""
                select v.law, v.from_day, c.chapter, c.article, c.text
                from statute.version v join statute.clause c on c.version = v.id
                where v.law = :law and v.from_day = :day order by c.place
                """)
                .param("law", law)
                .param("day", fromDay)
                .query((row, _) -> new StatuteLine(
                        row.getString("law"),
                        row.getObject("from_day", LocalDate.class),
                        row.getString("chapter"),
                        row.getString("article"),
                        row.getString("text")))
                .list();
    }

    List<Law> laws() {
        return database.sql("select law, max(from_day) as newest from statute.version group by law order by law")
                .query((row, _) -> new Law(row.getString("law"), row.getObject("newest", LocalDate.class)))
                .list();
    }

    /** False where there is no such clause in the newest version; twice is once. */
    boolean link(long article, String law, String clause, PersonId by, Instant at) {
        var found = database.sql("""
                select c.version, c.place from statute.version v join statute.clause c on c.version = v.id
                where v.law = :law and c.article = :clause
                    and v.from_day = (select max(w.from_day) from statute.version w where w.law = :law)
                """)
                .param("law", law)
                .param("clause", clause)
                .query((row, _) -> new long[] {row.getLong("version"), row.getLong("place")})
                .optional();
        found.ifPresent(one -> database.sql("""
                insert into statute.link (article, version, place, linked_by, linked_at)
                values (:article, :version, :place, :by, :at) on conflict do nothing
                """)
                .param("article", article)
                .param("version", one[0])
                .param("place", (int) one[1])
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .update());
        return found.isPresent();
    }

    void unlink(long link, long article) {
        database.sql("delete from statute.link where id = :link and article = :article")
                .param("link", link)
                .param("article", article)
                .update();
    }

    /** It was looked at beside the newest version and still is right. */
    void stillRight(long link, long article) {
        database.sql("""
                update statute.link l set still_right_for = e.newer_id from statute.explained e
                where l.id = :link and l.article = :article and e.id = l.id
                """).param("link", link).param("article", article).update();
    }

    /** In the order in which they were linked. */
    List<Explained> of(long article) {
        return database.sql(EXPLAINED + "where article = :article order by id")
                .param("article", article)
                .query(Statutes::explained)
                .list();
    }

    /** Of which nobody was told that there is a newer version. */
    List<Explained> untold() {
        return database.sql(EXPLAINED + "where unchecked and told_of is distinct from newer_id order by id limit 200")
                .query(Statutes::explained)
                .list();
    }

    /** False where another server was quicker. */
    boolean told(long link) {
        return database.sql("""
                        update statute.link l set told_of = e.newer_id from statute.explained e
                        where l.id = :link and e.id = l.id and l.told_of is distinct from e.newer_id
                        """).param("link", link).update() == 1;
    }

    private static Explained explained(ResultSet row, int place) throws SQLException {
        return new Explained(
                row.getLong("id"),
                row.getLong("article"),
                row.getString("law"),
                row.getObject("from_day", LocalDate.class),
                row.getString("clause"),
                row.getString("text"),
                Optional.ofNullable(row.getObject("newer_from", LocalDate.class)),
                row.getBoolean("unchecked"));
    }
}
