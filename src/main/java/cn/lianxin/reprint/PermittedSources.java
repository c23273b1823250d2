package cn.lianxin.reprint;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The list of those whose texts may be reprinted; what ended stays on it with its last day. */
@Component
public class PermittedSources {

    /** What was done with the list. */
    record Change(Instant at, String name, String deed, String source, String reason) {}

    private static final String COLUMNS = "id, name, from_day, until_day, basis, terms";

    private final JdbcClient database;
    private final Clock clock;

    PermittedSources(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those from whom may be reprinted on this day, by their names. */
    @Transactional(readOnly = true)
    public List<PermittedSource> on(LocalDate day) {
        return all().stream().filter(source -> source.inForce(day)).toList();
    }

    /** The number of the permission by which a text of this source may be reprinted on this day. Refuses {@code reprint-source}. */
    @Transactional(readOnly = true)
    public long permission(String source, LocalDate day) {
        return on(day).stream()
                .filter(one -> one.name().equals(source))
                .findFirst()
                .orElseThrow(() -> new Refusal.Violation("source", "reprint-source", source))
                .id();
    }

    /** With those that ended, by their names. */
    List<PermittedSource> all() {
        return database.sql("select " + COLUMNS + " from reprint.source order by name, from_day")
                .query(PermittedSources::source)
                .list();
    }

    PermittedSource get(long id) {
        return database.sql("select " + COLUMNS + " from reprint.source where id = :id")
                .param("id", id)
                .query(PermittedSources::source)
                .optional()
                .orElseThrow(Refusal.NotFound::new);
    }

    void add(PermittedSource source, String reason, Actor.Member by) {
        var id = database.sql("""
                        insert into reprint.source (name, from_day, until_day, basis, terms)
                        values (:name, :from, cast(:until as date), :basis, :terms) returning id
                        """)
                .param("name", source.name())
                .param("from", source.from())
                .param("until", source.until().orElse(null))
                .param("basis", source.basis())
                .param("terms", source.terms())
                .query(Long.class)
                .single();
        write(id, "ADDED", reason, by);
    }

    void end(PermittedSource source, LocalDate until, String reason, Actor.Member by) {
        database.sql("update reprint.source set until_day = :until where id = :id")
                .param("until", until)
                .param("id", source.id())
                .update();
        write(source.id(), "ENDED", reason, by);
    }

    private void write(long source, String deed, String reason, Actor.Member by) {
        database.sql("""
                insert into reprint.change (source, at, person, name, deed, reason)
                values (:source, :at, :person, :name, :deed, :reason)
                """)
                .param("source", source)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", by.person().value())
                .param("name", by.name())
                .param("deed", deed)
                .param("reason", reason)
                .update();
    }

    /** The newest first. */
    List<Change> changes(int most) {
        return database.sql("""
                        select c.at, c.name, c.deed, s.name as source, c.reason
                        from reprint.change c join reprint.source s on s.id = c.source order by c.id desc limit :most
                        """)
                .param("most", most)
                .query((row, _) -> new Change(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("name"),
                        row.getString("deed"),
                        row.getString("source"),
                        row.getString("reason")))
                .list();
    }

    private static PermittedSource source(ResultSet row, int place) throws SQLException {
        @Nullable LocalDate until = row.getObject("until_day", LocalDate.class);
        return new PermittedSource(
                row.getLong("id"),
                row.getString("name"),
                row.getObject("from_day", LocalDate.class),
                Optional.ofNullable(until),
                row.getString("basis"),
                row.getString("terms"));
    }
}
