package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import cn.lianxin.promise.Grade;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the room that looks after whoever speaks has to know of a concern; nothing of it ever shows on its timeline. */
@Component
public class SafeguardingConcerns {

    /**
     * A concern as this room sees it, without a word of it.
     *
     * @param asked whether whoever raised it is asked by himself: where somebody is named in it, or every reading of it is
     *     written down. What came by a ledger is over, and a part is asked of with its whole
     */
    public record Guarded(
            long id,
            ConcernNumber number,
            String matter,
            Grade grade,
            Instant filedAt,
            Reporter.Mode mode,
            boolean asked) {}

    /** @param name of whoever raised it, where he gave it to all */
    public record Face(Reporter.Mode mode, Optional<String> name, boolean opens) {}

    private static final String GUARDED = """
            select c.id, c.number, c.matter, c.grade, c.filed_at, c.reporter_mode,
                   c.channel <> 'LEDGER'
                   and not exists (select 1 from concern.split_part s where s.part = c.id)
                   and (concern.is_protected(c.reporter_mode, c.restricted)
                        or exists (select 1 from concern.named n where n.concern = c.id and n.live)) as asked
            from concern.concern c
            """;

    private final Concerns concerns;
    private final ConfidentialReporters reporters;
    private final ReadingTrail trail;
    private final Directory directory;
    private final Inbox inbox;
    private final JdbcClient database;

    SafeguardingConcerns(
            Concerns concerns,
            ConfidentialReporters reporters,
            ReadingTrail trail,
            Directory directory,
            Inbox inbox,
            JdbcClient database) {
        this.concerns = concerns;
        this.reporters = reporters;
        this.trail = trail;
        this.directory = directory;
        this.inbox = inbox;
        this.database = database;
    }

    public Guarded get(long key) {
        return database.sql(GUARDED + "where c.id = :id")
                .param("id", key)
                .query(this::guarded)
                .single();
    }

    /** For whoever raised it; to everybody else it is not there. */
    @Transactional(readOnly = true)
    public Guarded ofSpeaker(ConcernNumber number, Actor speaker) {
        var met = concerns.get(number, speaker);
        if (!met.party().is(Standing.SPEAKER)) {
            throw new Refusal.NotFound();
        }
        return get(met.concern().id());
    }

    /** What this person raised after that moment, under his name or in confidence. */
    public List<Guarded> raisedBy(PersonId person, Instant after) {
        return database.sql(GUARDED + "where c.reporter in (:person, :alias) and c.filed_at > :after order by c.id")
                .param("person", person.value())
                .param("alias", reporters.alias(person))
                .param("after", after.atOffset(ZoneOffset.UTC))
                .query(this::guarded)
                .list();
    }

    /** Who may look after whoever raised it, the best first; nobody who handles it, is named or stays out. */
    @Transactional(readOnly = true)
    public List<PersonId> guardians(long key) {
        var reporter = concerns.get(key).filing().reporter().known().map(PersonId::value);
        return database.sql("select g.person from concern.guardians(:concern, cast(:reporter as bigint)) g"
                        + " order by g.rank, g.distance, g.person")
                .param("concern", key)
                .param("reporter", reporter.orElse(null))
                .query((row, _) -> new PersonId(row.getLong("person")))
                .list();
    }

    /** Tells whoever raised it, where he is known; an unnamed one finds it with his receipt. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(long key, String message, String cause) {
        var concern = concerns.get(key);
        var reporter = concern.filing().reporter();
        reporter.known().ifPresent(person -> {
            var hidden = reporter instanceof Reporter.Confidential;
            var told = new Notification(
                    person,
                    message,
                    List.of(concern.number().toString()),
                    "/concerns/" + concern.number() + "/safeguard",
                    cause,
                    hidden ? Notification.Topic.RAISED_IN_CONFIDENCE : Notification.Topic.RAISED,
                    Notification.Reach.AS_CHOSEN);
            inbox.deliver(hidden ? told.hiding() : told);
        });
    }

    /** Who raised it, for somebody who looks after him; that he looked is written down as for its page. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Face face(long key, Actor.Member guardian) {
        var filing = concerns.get(key).filing();
        var number = concerns.get(key).number();
        var name = filing.reporter() instanceof Reporter.Named(var person)
                ? Optional.of(directory.person(person).name())
                : Optional.<String>empty();
        if (Protection.covers(filing)) {
            trail.write(
                    List.of(new ReadingTrail.Shown(number.toString(), name.isPresent())),
                    Door.SAFEGUARD,
                    guardian.onHisOwn());
        }
        return new Face(filing.reporter().mode(), name, opens(number, guardian));
    }

    /** That lines of these stand before him. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void listed(Collection<Long> keys, Actor.Member guardian) {
        var numbers = keys.stream()
                .distinct()
                .map(concerns::get)
                .filter(concern -> Protection.covers(concern.filing()))
                .map(concern -> concern.number().toString())
                .collect(Collectors.toSet());
        trail.listed(numbers, Door.LIST, guardian.onHisOwn());
    }

    private boolean opens(ConcernNumber number, Actor.Member guardian) {
        try {
            return concerns.get(number, guardian).concern().id() > 0;
        } catch (Refusal.NotFound closed) {
            return false;
        }
    }

    private Guarded guarded(ResultSet row, int place) throws SQLException {
        return new Guarded(
                row.getLong("id"),
                ConcernNumber.parse(row.getString("number")).orElseThrow(),
                row.getString("matter"),
                Grade.valueOf(row.getString("grade")),
                row.getTimestamp("filed_at").toInstant(),
                Reporter.Mode.valueOf(row.getString("reporter_mode")),
                row.getBoolean("asked"));
    }
}
