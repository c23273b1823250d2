package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which replies may become an answer for all. What is protected, or closed to anybody, is none of them, whoever asks. */
@Component
public class TellingInPublic {

    /** @param reporter who is told that it is public, and never named */
    public record Told(
            long id,
            ConcernNumber number,
            String title,
            String words,
            String matter,
            UnitId desk,
            UnitId unit,
            PersonId reporter,
            Reply reply) {}

    private final Concerns concerns;
    private final Timeline timeline;
    private final JdbcClient database;

    TellingInPublic(Concerns concerns, Timeline timeline, JdbcClient database) {
        this.concerns = concerns;
        this.timeline = timeline;
        this.database = database;
    }

    /** For the desk that received it and the unit that answered; NotFound for everybody else and for what may not be told. */
    @Transactional(readOnly = true)
    public Told told(ConcernNumber number, Actor actor) {
        var met = concerns.get(number, actor);
        var party = met.party();
        if (party.is(Standing.SPEAKER) || !party.isAny(Standing.DESK, Standing.LEAD)) {
            throw new Refusal.NotFound();
        }
        return told(met.concern()).orElseThrow(Refusal.NotFound::new);
    }

    /** As it is now, without asking who looks; empty once it may not be told any more. */
    @Transactional(readOnly = true)
    public Optional<Told> told(long concern) {
        return told(concerns.get(concern));
    }

    private Optional<Told> told(Concern concern) {
        var fit = database.sql("select exists (select 1 from concern.tellable_case t where t.id = :id)")
                .param("id", concern.id())
                .query(Boolean.class)
                .single();
        return fit
                ? concern.filing().reporter().known().flatMap(reporter -> told(concern, reporter))
                : Optional.empty();
    }

    private Optional<Told> told(Concern concern, PersonId reporter) {
        var filing = concern.filing();
        return timeline.of(concern.id()).reversed().stream()
                .flatMap(step -> reply(step.event()).stream())
                .findFirst()
                .filter(reply -> reply.finding() == Reply.Finding.ANSWERED)
                .map(reply -> new Told(
                        concern.id(),
                        concern.number(),
                        filing.title(),
                        filing.words(),
                        concern.course().matter(),
                        filing.desk(),
                        concern.course().assignment().map(Assignment::lead).orElse(filing.desk()),
                        reporter,
                        reply));
    }

    private static Optional<Reply> reply(ConcernEvent event) {
        return event instanceof ConcernEvent.Replied replied
                ? Optional.of(replied.reply())
                : event instanceof ConcernEvent.Recorded recorded ? Optional.of(recorded.reply()) : Optional.empty();
    }
}
