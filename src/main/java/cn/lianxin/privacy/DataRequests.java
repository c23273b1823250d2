package cn.lianxin.privacy;

import cn.lianxin.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people ask for, as it stands. */
@Component
class DataRequests {

    private static final String COLUMNS =
            "select id, person, kind, number, words, owner, due_on, done, answer from privacy.request";

    private final JdbcClient sql;

    DataRequests(JdbcClient sql) {
        this.sql = sql;
    }

    long add(
            PersonId person,
            DataRequest.Kind kind,
            String number,
            String words,
            Optional<PersonId> owner,
            Instant at,
            LocalDate due) {
        return sql.sql("""
                insert into privacy.request (person, kind, number, words, owner, asked_at, due_on)
                values (:person, :kind, :number, :words, cast(:owner as bigint), :at, :due) returning id
                """)
                .param("person", person.value())
                .param("kind", kind.name())
                .param("number", number)
                .param("words", words)
                .param("owner", owner.map(PersonId::value).orElse(null))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("due", due)
                .query((row, _) -> row.getLong("id"))
                .single();
    }

    List<DataRequest> of(PersonId person) {
        return sql.sql(COLUMNS + " where person = :person order by id desc")
                .param("person", person.value())
                .query(DataRequests::request)
                .list();
    }

    /** By date, the oldest promise first. */
    List<DataRequest> open() {
        return sql.sql(COLUMNS + " where decided_at is null order by due_on, id")
                .query(DataRequests::request)
                .list();
    }

    Optional<DataRequest> lock(long id) {
        return sql.sql(COLUMNS + " where id = :id for update")
                .param("id", id)
                .query(DataRequests::request)
                .optional();
    }

    void decide(long id, boolean done, String answer, PersonId by, Instant at) {
        sql.sql("""
                update privacy.request set done = :done, answer = :answer, decided_by = :by, decided_at = :at where id = :id
                """)
                .param("done", done)
                .param("answer", answer)
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private static DataRequest request(ResultSet row, int number) throws SQLException {
        return new DataRequest(
                row.getLong("id"),
                new PersonId(row.getLong("person")),
                DataRequest.Kind.valueOf(row.getString("kind")),
                row.getString("number"),
                row.getString("words"),
                Optional.ofNullable(row.getObject("owner", Long.class)).map(PersonId::new),
                row.getObject("due_on", LocalDate.class),
                Optional.ofNullable(row.getObject("done", Boolean.class)),
                row.getString("answer"));
    }
}
