package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 我也遇到: whoever is about to raise what others have raised already, or he himself. He reads no word of theirs, so that his
 * own is filed as any other and only proposed to be linked: whoever can read both decides.
 */
@Component
public class JoiningConcerns {

    /** Fewer would tell of somebody. */
    private static final int FEWEST_OTHERS = 2;

    /** @param people and never messages; his own are none of them */
    public record Others(int people, long main) {}

    /** One that he raised himself and that is not over. */
    public record Own(ConcernNumber number, String title, Instant filedAt) {}

    private record Joinable(long id, PersonId person) {}

    private final Concerns concerns;
    private final RaisingConcerns raising;
    private final ConfidentialReporters reporters;
    private final JdbcClient database;
    private final Clock clock;

    JoiningConcerns(
            Concerns concerns,
            RaisingConcerns raising,
            ConfidentialReporters reporters,
            JdbcClient database,
            Clock clock) {
        this.concerns = concerns;
        this.raising = raising;
        this.reporters = reporters;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Who else has raised the like in his mine; empty where it would tell of somebody.
     *
     * @param alike the likest first
     */
    @Transactional(readOnly = true)
    public Optional<Others> others(List<Long> alike, UnitId unit, Actor.Member who) {
        var found = joinable(alike, unit).stream()
                .filter(one -> !one.person().equals(who.person()))
                .toList();
        Set<PersonId> people = new HashSet<>();
        found.forEach(one -> people.add(one.person()));
        return people.size() < FEWEST_OTHERS
                ? Optional.empty()
                : alike.stream()
                        .filter(id -> found.stream().anyMatch(one -> one.id() == id))
                        .findFirst()
                        .map(main -> new Others(people.size(), main));
    }

    /** Of these, what he raised himself and may still add to, in the same order. */
    @Transactional(readOnly = true)
    public List<Own> own(List<Long> alike, Actor actor) {
        var found = database.sql("select c.id, c.number, c.title, c.filed_at from " + Scope.VISIBLE + """
                 where c.id = any (:ids) and not c.over
                  and (c.reporter = :person and :person <> 0 or c.reporter = :alias and :alias <> 0
                       or c.id in (select r.concern from concern.receipt r where r.digest = :receipt))
                """)
                .params(reporters.scope(actor))
                .param("ids", alike.toArray(Long[]::new))
                .query((row, _) -> java.util.Map.entry(
                        row.getLong("id"),
                        new Own(
                                ConcernNumber.parse(row.getString("number")).orElseThrow(),
                                row.getString("title"),
                                row.getTimestamp("filed_at").toInstant())))
                .list();
        return alike.stream()
                .flatMap(id -> found.stream().filter(one -> one.getKey().equals(id)))
                .map(java.util.Map.Entry::getValue)
                .toList();
    }

    /** Files his own words, with his own receipt, and proposes to link them; sent twice, it does so once. */
    @Transactional
    public Raised join(NewConcern raised, String token, Optional<Others> others, Actor by) {
        var sent = raising.raise(raised, token, by);
        others.ifPresent(found -> database.sql("""
                        insert into concern.joined (concern, main, at)
                        select c.id, m.id, :at
                        from concern.concern c, concern.joinable m
                        where c.number = :number and m.id = :main and c.id <> m.id
                        on conflict do nothing
                        """)
                .param("number", sent.number().toString())
                .param("main", found.main())
                .param("at", Timestamp.from(clock.instant()))
                .update());
        return sent;
    }

    /** Adds what he says to what he raised before; an answer, where he was asked for one. */
    @Transactional
    public void goOn(ConcernNumber number, String words, List<UUID> attachments, Actor speaker) {
        var met = concerns.get(number, speaker);
        if (!met.party().is(Standing.SPEAKER)) {
            throw new Refusal.NotFound();
        }
        if (met.concern().course().state() instanceof ConcernState.AskedForMore) {
            raising.giveMore(number, words, attachments, speaker);
        } else {
            raising.say(number, words, attachments, speaker);
        }
    }

    /** With which concern its speaker says that it is the same, while that is open and this actor may see it. */
    Optional<String> proposedMain(long concern, Actor actor) {
        return database.sql("select c.number from " + Scope.VISIBLE + """

                join concern.joined j on j.main = c.id and j.concern = :concern
                where c.id in (select o.id from concern.joinable o)
                  and :concern in (select o.id from concern.joinable o)
                """)
                .params(reporters.scope(actor))
                .param("concern", concern)
                .query(String.class)
                .optional();
    }

    private List<Joinable> joinable(Collection<Long> ids, UnitId unit) {
        return database.sql("""
                select j.id, j.person
                from concern.joinable j
                where j.id = any (:ids)
                  and exists (
                      select 1
                      from organization.unit_line his
                      join organization.unit_card mine on mine.id = his.above and mine.kind = 'MINE'
                      join organization.unit_line theirs on theirs.above = mine.id
                      where his.unit = :unit and theirs.unit = j.unit)
                """)
                .param("ids", ids.toArray(Long[]::new))
                .param("unit", unit.value())
                .query((row, _) -> new Joinable(row.getLong("id"), new PersonId(row.getLong("person"))))
                .list();
    }
}
