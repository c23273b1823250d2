package cn.lianxin.knowledge;

import cn.lianxin.identity.ApprovingLine;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of questions and of their wordings, for whoever proposes and decides. */
@Component
class Questions {

    /**
     * @param unit which answered
     * @param down whether nothing of it may be shown: it was taken down, or its case may not be told any more
     */
    record Question(long number, long concern, UnitId desk, UnitId unit, String matter, boolean down) {}

    private static final String WORDING = """
            select w.id, w.question, w.place, w.asked, w.answer, w.basis, w.state, w.proposed_by, w.proposed_at,
                w.first_by, w.first_line, w.second_by, w.second_line, w.public_at, w.reason
            from knowledge.wording w
            """;

    private final JdbcClient database;

    Questions(JdbcClient database) {
        this.database = database;
    }

    /** Locked until the transaction is over. */
    Optional<Question> hold(long number) {
        database.sql("select 1 from knowledge.question where number = :number for update")
                .param("number", number)
                .query(Integer.class)
                .optional();
        return find("number", number);
    }

    Optional<Question> find(long number) {
        return find("number", number);
    }

    Optional<Question> ofConcern(long concern) {
        return find("concern", concern);
    }

    private Optional<Question> find(String column, long value) {
        return database.sql("""
                        select q.number, q.concern, q.desk_unit, q.unit, q.matter,
                            exists (select 1 from knowledge.taken_down t where t.question = q.number)
                            or exists (select 1 from concern.untold_case u where u.id = q.concern) as down
                        from knowledge.question q where\s""" + "q." + column + " = :value")
                .param("value", value)
                .query((row, _) -> new Question(
                        row.getLong("number"),
                        row.getLong("concern"),
                        new UnitId(row.getLong("desk_unit")),
                        new UnitId(row.getLong("unit")),
                        row.getString("matter"),
                        row.getBoolean("down")))
                .optional();
    }

    /** Whether a review found the answer of its case wrong since then. */
    boolean isOverturnedSince(Question question, Instant then) {
        return database.sql("""
                select exists (
                    select 1 from concern.overturned_answer o where o.id = :concern and o.at >= :then)
                """)
                .param("concern", question.concern())
                .param("then", time(then))
                .query(Boolean.class)
                .single();
    }

    long add(long concern, UnitId desk, UnitId unit, String matter, Instant at) {
        return database.sql("""
                insert into knowledge.question (concern, desk_unit, unit, matter, at)
                values (:concern, :desk, :unit, :matter, :at) returning number
                """)
                .param("concern", concern)
                .param("desk", desk.value())
                .param("unit", unit.value())
                .param("matter", matter)
                .param("at", time(at))
                .query(Long.class)
                .single();
    }

    long propose(long question, Text text, PersonId by, Instant at) {
        return database.sql("""
                insert into knowledge.wording (question, place, asked, answer, basis, state, proposed_by, proposed_at)
                select :question, coalesce(max(w.place), 0) + 1, :asked, :answer, :basis, 'PROPOSED', :by, :at
                from knowledge.wording w where w.question = :question
                returning id
                """)
                .param("question", question)
                .param("asked", text.asked())
                .param("answer", text.answer())
                .param("basis", text.basis())
                .param("by", by.value())
                .param("at", time(at))
                .query(Long.class)
                .single();
    }

    void save(Wording wording) {
        database.sql("""
                update knowledge.wording
                set state = :state, first_by = cast(:firstBy as bigint), first_line = :firstLine,
                    second_by = cast(:secondBy as bigint), second_line = :secondLine,
                    public_at = cast(:publicAt as timestamptz), reason = :reason
                where id = :id
                """)
                .param("id", wording.id())
                .param("state", wording.state().name())
                .param("firstBy", wording.first().map(one -> one.by().value()).orElse(null))
                .param(
                        "firstLine",
                        wording.first().map(one -> one.line().name()).orElse(null))
                .param("secondBy", wording.second().map(one -> one.by().value()).orElse(null))
                .param(
                        "secondLine",
                        wording.second().map(one -> one.line().name()).orElse(null))
                .param("publicAt", wording.publicAt().map(Questions::time).orElse(null))
                .param("reason", wording.reason())
                .update();
    }

    Optional<Wording> wording(long id) {
        return database.sql(WORDING + " where w.id = :id")
                .param("id", id)
                .query((row, _) -> wording(row))
                .optional();
    }

    Optional<Wording> publicOne(long question) {
        return database.sql(WORDING + " where w.question = :question and w.state = 'PUBLIC'")
                .param("question", question)
                .query((row, _) -> wording(row))
                .optional();
    }

    boolean hasWaiting(long question) {
        return database.sql("""
                select exists (select 1 from knowledge.wording
                    where question = :question and state in ('PROPOSED', 'APPROVED_ONCE'))
                """)
                .param("question", question)
                .query(Boolean.class)
                .single();
    }

    /** All that wait of cases of which something may be told, the longest first. */
    List<Wording> waiting() {
        return database.sql(WORDING + """
                 join knowledge.question q on q.number = w.question
                where w.state in ('PROPOSED', 'APPROVED_ONCE')
                  and not exists (select 1 from concern.untold_case u where u.id = q.concern)
                  and not exists (select 1 from knowledge.taken_down t where t.question = q.number)
                order by w.id
                """).query((row, _) -> wording(row)).list();
    }

    void takeDown(long question, TakenBy rule, PersonId by, Instant at) {
        database.sql("""
                insert into knowledge.taken_down (question, at, rule, by_person)
                values (:question, :at, :rule, :by) on conflict do nothing
                """)
                .param("question", question)
                .param("at", time(at))
                .param("rule", rule.name())
                .param("by", by.value())
                .update();
    }

    private static Wording wording(ResultSet row) throws SQLException {
        return new Wording(
                row.getLong("id"),
                row.getLong("question"),
                row.getInt("place"),
                new Text(row.getString("asked"), row.getString("answer"), row.getString("basis")),
                WordingState.valueOf(row.getString("state")),
                new PersonId(row.getLong("proposed_by")),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                approval(row, "first"),
                approval(row, "second"),
                Optional.ofNullable(row.getObject("public_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("reason"));
    }

    private static Optional<Wording.Approval> approval(ResultSet row, String which) throws SQLException {
        @Nullable Long by = row.getObject(which + "_by", Long.class);
        @Nullable String line = row.getString(which + "_line");
        return by == null || line == null
                ? Optional.empty()
                : Optional.of(new Wording.Approval(new PersonId(by), ApprovingLine.valueOf(line)));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
