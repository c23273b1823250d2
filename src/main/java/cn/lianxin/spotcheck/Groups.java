package cn.lianxin.spotcheck;

import cn.lianxin.concern.JudgedAnswer;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.verdict.VerdictsToCheck;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of those who are asked together, and of what was found. */
@Component
class Groups {

    /** A round to be asked, or one that was. */
    record Round(long group, int ordinal) {}

    private static final String LOOK =
            "select id, concern, answer, number, unit, round, show_by, finding, reason from spotcheck.look ";

    private final JdbcClient database;

    Groups(JdbcClient database) {
        this.database = database;
    }

    long lastBatch() {
        return database.sql("select coalesce(max(batch), 0) from spotcheck.check_group")
                .query(Long.class)
                .single();
    }

    void add(VerdictsToCheck.Group group, Instant askAt) {
        var id = database.sql("""
                insert into spotcheck.check_group (batch, round, ask_at, over) values (:batch, 1, :askAt, :over)
                on conflict (batch) do nothing
                returning id
                """)
                .param("batch", group.batch())
                .param("askAt", Timestamp.from(askAt))
                .param("over", group.asked().isEmpty())
                .query((row, _) -> row.getLong("id"))
                .optional();
        id.ifPresent(key -> group.asked()
                .forEach(answer -> database.sql("""
                insert into spotcheck.member (check_group, concern, answer, number, unit)
                values (:group, :concern, :answer, :number, :unit)
                """)
                        .param("group", key)
                        .param("concern", answer.answer().concern())
                        .param("answer", answer.answer().ordinal())
                        .param("number", answer.number())
                        .param("unit", answer.unit().value())
                        .update()));
    }

    /** Held until the end of the transaction. */
    List<Round> due(Instant now) {
        return database.sql("""
                select id, round from spotcheck.check_group
                where not asked and not over and ask_at <= :now
                order by ask_at
                for update skip locked
                """)
                .param("now", Timestamp.from(now))
                .query((row, _) -> new Round(row.getLong("id"), row.getInt("round")))
                .list();
    }

    List<Long> concernsOf(Round round) {
        return database.sql("select distinct concern from spotcheck.member where check_group = :group order by concern")
                .param("group", round.group())
                .query((row, _) -> row.getLong("concern"))
                .list();
    }

    void asked(Round round, long concern, Instant showBy) {
        database.sql("""
                insert into spotcheck.look (check_group, round, concern, answer, number, unit, show_by)
                select check_group, :round, concern, answer, number, unit, :showBy
                from spotcheck.member where check_group = :group and concern = :concern
                """)
                .param("group", round.group())
                .param("round", round.ordinal())
                .param("concern", concern)
                .param("showBy", Timestamp.from(showBy))
                .update();
    }

    void asked(Round round) {
        database.sql("update spotcheck.check_group set asked = true where id = :group")
                .param("group", round.group())
                .update();
    }

    /** Asked and not all looked at yet are left out. */
    List<Round> looked() {
        return database.sql("""
                select g.id, g.round from spotcheck.check_group g
                where g.asked and not g.over
                  and not exists (select 1 from spotcheck.look l
                      where l.check_group = g.id and l.round = g.round and l.finding is null)
                for update of g skip locked
                """)
                .query((row, _) -> new Round(row.getLong("id"), row.getInt("round")))
                .list();
    }

    boolean anyNotDone(Round round) {
        return database.sql("""
                select exists (select 1 from spotcheck.look
                    where check_group = :group and round = :round and finding = 'NOT_DONE')
                """)
                .param("group", round.group())
                .param("round", round.ordinal())
                .query(Boolean.class)
                .single();
    }

    void again(Round round, Instant askAt) {
        database.sql("""
                update spotcheck.check_group set round = round + 1, asked = false, ask_at = :askAt where id = :group
                """)
                .param("group", round.group())
                .param("askAt", Timestamp.from(askAt))
                .update();
    }

    void over(Round round) {
        database.sql("update spotcheck.check_group set over = true where id = :group")
                .param("group", round.group())
                .update();
    }

    List<Look> waiting() {
        return database.sql(LOOK + "where finding is null order by show_by, id")
                .query((row, _) -> look(row))
                .list();
    }

    List<Look> of(String number) {
        return database.sql(LOOK + "where number = :number and finding is not null order by round, id")
                .param("number", number)
                .query((row, _) -> look(row))
                .list();
    }

    Optional<Look> find(long id) {
        return database.sql(LOOK + "where id = :id")
                .param("id", id)
                .query((row, _) -> look(row))
                .optional();
    }

    /** False where somebody has written his finding already. */
    boolean found(long id, Look.Finding finding, String reason, PersonId reviewer, Instant at) {
        return database.sql("""
                        update spotcheck.look
                        set finding = :finding, reason = :reason, reviewer = :reviewer, found_at = :at
                        where id = :id and finding is null
                        """)
                        .param("finding", finding.name())
                        .param("reason", reason)
                        .param("reviewer", reviewer.value())
                        .param("at", Timestamp.from(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Look look(ResultSet row) throws SQLException {
        return new Look(
                row.getLong("id"),
                new JudgedAnswer(row.getLong("concern"), row.getInt("answer")),
                row.getString("number"),
                new UnitId(row.getLong("unit")),
                row.getInt("round"),
                row.getTimestamp("show_by").toInstant(),
                Optional.ofNullable(row.getString("finding")).map(Look.Finding::valueOf),
                row.getString("reason"));
    }
}
