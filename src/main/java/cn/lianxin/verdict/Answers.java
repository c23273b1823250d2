package cn.lianxin.verdict;

import cn.lianxin.concern.AnsweredConcern;
import cn.lianxin.concern.JudgedAnswer;
import cn.lianxin.concern.ReporterMoved;
import cn.lianxin.identity.LineHolders;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.vault.Aliases;
import cn.lianxin.platform.vault.Vault;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of answers that wait for their worker's word. */
@Component
class Answers {

    /**
     * An answer whose worker has said nothing yet.
     *
     * @param aliased whether no message may show that it is for him
     */
    record Unjudged(
            JudgedAnswer answer,
            String number,
            PersonId speaker,
            boolean aliased,
            boolean inConfidence,
            int reminders) {}

    /**
     * An answer counts for the first unit that had to give one. Questions and suggestions stand apart, and so does what
     * those who answer for that unit raised themselves, or entered for somebody without a name.
     */
    private static final String ADD = """
            insert into verdict.answer (concern, answer, number, unit, counts_for, waits_at, case_of, speaker,
                in_confidence, counts, apart, answered_at, reminders, settled)
            select a.concern, a.answer, a.number, a.unit, filed.first_unit, filed.first_unit, origin.concern, a.speaker,
                a.in_confidence, not a.restricted,
                filed.asks or exists (select 1 from identity.role_holder h
                    join organization.unit_line l on l.unit = filed.first_unit and l.above = h.unit
                    where h.role in ('HANDLER', 'UNIT_LEADER') and h.person = coalesce(known.person, a.speaker, filed.clerk)),
                a.answered_at, a.reminders, a.settled
            from (%s) a
            left join unnest(cast(:aliases as bigint[]), cast(:people as bigint[])) as known (alias, person)
                on known.alias = a.speaker
            cross join lateral (
                with recursive split (concern, above) as (
                    select a.concern, 0
                    union all
                    select p.whole, above + 1 from split join concern.split_part p on p.part = split.concern
                )
                select split.concern from split order by split.above desc limit 1) origin
            cross join lateral (
                select coalesce(max(c.answering_unit), a.unit) as first_unit, max(c.clerk) as clerk,
                       coalesce(bool_or(c.kind in ('CONSULTATION', 'SUGGESTION')), false) as asks
                from concern.counted_case c where c.id = a.concern) filed
            on conflict do nothing
            """;

    private final LineHolders holders;
    private final Aliases aliases;
    private final Vault vault;
    private final JdbcClient database;

    Answers(LineHolders holders, Aliases aliases, Vault vault, JdbcClient database) {
        this.holders = holders;
        this.aliases = aliases;
        this.vault = vault;
        this.database = database;
    }

    void add(AnsweredConcern answered) {
        var known = holders.known(answered.speaker().stream().toList());
        database.sql(ADD.formatted("""
                select cast(:concern as bigint) as concern, cast(:answer as int) as answer, :number as number,
                    cast(:unit as bigint) as unit, cast(:speaker as bigint) as speaker, :inConfidence as in_confidence,
                    :restricted as restricted, cast(:at as timestamptz) as answered_at, 0 as reminders, false as settled
                """))
                .param("concern", answered.answer().concern())
                .param("answer", answered.answer().ordinal())
                .param("number", answered.number().toString())
                .param("unit", answered.unit().value())
                .param("aliases", known.aliases())
                .param("people", known.people())
                .param(
                        "speaker",
                        answered.speaker()
                                .map(person -> answered.aliased() ? aliases.of(person) : person.value())
                                .orElse(null))
                .param("inConfidence", answered.inConfidence())
                .param("restricted", answered.restricted())
                .param("at", Timestamp.from(answered.at()))
                .update();
    }

    /** Those of which nobody was told when they were given; their workers are not reminded of them afterwards. */
    void catchUp() {
        var known = holders.all();
        database.sql(ADD.formatted("""
                select concern, answer, number, unit, speaker, in_confidence, restricted, answered_at, 3 as reminders, settled
                from concern.given_answer
                """))
                .param("aliases", known.aliases())
                .param("people", known.people())
                .update();
    }

    /** Nobody asks the worker about the answers of this concern any more. */
    void settle(long concern) {
        database.sql("update verdict.answer set settled = true where concern = :concern and not settled")
                .param("concern", concern)
                .update();
    }

    /** Answers without a verdict that are this old and whose worker was reminded so often. */
    List<Unjudged> unjudged(int reminders, Duration age, Instant now, int limit) {
        return database.sql("""
                select a.concern, a.answer, a.number, a.speaker, a.in_confidence, a.reminders
                from verdict.answer a
                where not a.settled and a.speaker is not null and a.reminders = :reminders and a.answered_at <= :until
                  and not exists (select 1 from verdict.verdict v where v.concern = a.concern and v.answer = a.answer)
                order by a.answered_at
                limit :limit
                for update of a skip locked
                """)
                .param("reminders", reminders)
                .param("until", Timestamp.from(now.minus(age)))
                .param("limit", limit)
                .query((row, _) -> new Unjudged(
                        new JudgedAnswer(row.getLong("concern"), row.getInt("answer")),
                        row.getString("number"),
                        speaker(row.getLong("speaker")),
                        row.getLong("speaker") < 0,
                        row.getBoolean("in_confidence"),
                        row.getInt("reminders")))
                .list();
    }

    private PersonId speaker(long personOrAlias) {
        return personOrAlias < 0 ? vault.behind(personOrAlias).orElseThrow() : new PersonId(personOrAlias);
    }

    /** His name lies in the vault from now on. */
    @EventListener
    void reporterMoved(ReporterMoved moved) {
        database.sql("update verdict.answer set speaker = :alias where concern = :concern and speaker = :person")
                .param("alias", moved.alias())
                .param("concern", moved.concern())
                .param("person", moved.person().value())
                .update();
    }

    void reminded(Unjudged unjudged) {
        database.sql("""
                update verdict.answer set reminders = reminders + 1 where concern = :concern and answer = :answer
                """)
                .param("concern", unjudged.answer().concern())
                .param("answer", unjudged.answer().ordinal())
                .update();
    }
}
