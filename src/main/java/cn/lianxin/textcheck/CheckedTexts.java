package cn.lianxin.textcheck;

import cn.lianxin.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of what was found in which text, and of what somebody has confirmed. */
@Component
class CheckedTexts {

    /** How far what is public was looked at again. */
    record Again(long list, long after, boolean done) {}

    private final JdbcClient database;

    CheckedTexts(JdbcClient database) {
        this.database = database;
    }

    void keep(CheckedText text, Occasion occasion, long list, List<Finding> found, Instant at) {
        var id = database.sql("""
                        insert into textcheck.checked (article, revision, occasion, list, at)
                        values (:article, :revision, :occasion, :list, :at) returning id
                        """)
                .param("article", text.article())
                .param("revision", text.revision())
                .param("occasion", occasion.name())
                .param("list", list)
                .param("at", Terms.time(at))
                .query(Long.class)
                .single();
        for (var place = 0; place < found.size(); place++) {
            keep(id, place, found.get(place));
        }
    }

    private void keep(long checked, int place, Finding finding) {
        database.sql("""
                insert into textcheck.finding (checked, place, flaw, level, part, from_at, to_at, words, advice)
                values (:checked, :place, :flaw, :level, :part, :from, :to, :words, :advice)
                """)
                .param("checked", checked)
                .param("place", place)
                .param("flaw", finding.flaw().name())
                .param("level", finding.level().name())
                .param("part", finding.part())
                .param("from", finding.from())
                .param("to", finding.to())
                .param("words", finding.words())
                .param("advice", finding.advice())
                .update();
    }

    /** When this text was looked at last. */
    List<Finding> lastOf(long revision) {
        return database.sql("""
                        select f.* from textcheck.finding f
                        where f.checked = (select max(c.id) from textcheck.checked c where c.revision = :revision)
                        order by f.place
                        """)
                .param("revision", revision)
                .query(CheckedTexts::finding)
                .list();
    }

    void confirm(CheckedText text, Finding finding, TextChecks.By by, String reason, Instant at) {
        database.sql("""
                insert into textcheck.confirmation (article, revision, key, editor, reason, person, name, at)
                values (:article, :revision, :key, :editor, :reason, :person, :name, :at)
                """)
                .param("article", text.article())
                .param("revision", text.revision())
                .param("key", finding.key())
                .param("editor", by.editor())
                .param("reason", reason)
                .param("person", by.person().value())
                .param("name", by.name())
                .param("at", Terms.time(at))
                .update();
    }

    /** The oldest first. */
    List<TextChecks.Confirmation> confirmations(long article) {
        return database.sql("""
                        select key, editor, reason, person, name, at from textcheck.confirmation
                        where article = :article order by id
                        """)
                .param("article", article)
                .query((row, _) -> new TextChecks.Confirmation(
                        row.getString("key"),
                        new TextChecks.By(
                                new PersonId(row.getLong("person")), row.getString("name"), row.getBoolean("editor")),
                        row.getString("reason"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void toLookAt(CheckedText text, boolean open, Instant at) {
        if (open) {
            database.sql("""
                    insert into textcheck.to_look_at (article, revision, at) values (:article, :revision, :at)
                    on conflict (article) do update set revision = excluded.revision
                    """)
                    .param("article", text.article())
                    .param("revision", text.revision())
                    .param("at", Terms.time(at))
                    .update();
        } else {
            database.sql("delete from textcheck.to_look_at where article = :article")
                    .param("article", text.article())
                    .update();
        }
    }

    Set<Long> toLookAt() {
        return new HashSet<>(database.sql("select article from textcheck.to_look_at order by at, article")
                .query(Long.class)
                .list());
    }

    /** Locked until the transaction is over: of several servers one goes on. */
    Again again() {
        return database.sql("select list, after, done from textcheck.again for update")
                .query((row, _) -> new Again(row.getLong("list"), row.getLong("after"), row.getBoolean("done")))
                .single();
    }

    void save(Again again) {
        database.sql("update textcheck.again set list = :list, after = :after, done = :done")
                .param("list", again.list())
                .param("after", again.after())
                .param("done", again.done())
                .update();
    }

    private static Finding finding(ResultSet row, int place) throws SQLException {
        return new Finding(
                Flaw.valueOf(row.getString("flaw")),
                Level.valueOf(row.getString("level")),
                row.getString("part"),
                row.getInt("from_at"),
                row.getInt("to_at"),
                row.getString("words"),
                row.getString("advice"));
    }
}
