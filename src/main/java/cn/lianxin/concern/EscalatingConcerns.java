package cn.lianxin.concern;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.promise.Stage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** For those who watch over time: what waits, since when and until when, and that those above were told. */
@Component
public class EscalatingConcerns {

    private static final Set<Class<?>> PROMISES = Set.of(
            ConcernEvent.Filed.class,
            ConcernEvent.RaisedAgain.class,
            ConcernEvent.DeclinationSetAside.class,
            ConcernEvent.ReviewAsked.class);

    private final Concerns concerns;
    private final Timeline timeline;
    private final Steps steps;
    private final Recusals recusals;
    private final JdbcClient database;
    private final Clock clock;

    EscalatingConcerns(
            Concerns concerns, Timeline timeline, Steps steps, Recusals recusals, JdbcClient database, Clock clock) {
        this.concerns = concerns;
        this.timeline = timeline;
        this.steps = steps;
        this.recusals = recusals;
        this.database = database;
        this.clock = clock;
    }

    /** The keys of what waits for an answer, in their order, after this one. */
    public List<Long> waitingAfter(long key, int limit) {
        return database.sql("select c.id from concern.concern c where c.id > :key and " + ConcernQueue.WAITING
                        + " order by c.id limit :limit")
                .param("key", key)
                .param("limit", limit)
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    /** Empty once nobody waits any more. What is linked waits for as long as its main concern does. */
    public Optional<WaitingConcern> waiting(long key) {
        var concern = concerns.get(key);
        var course = concern.course();
        if (!(course.state() instanceof ConcernState.Open) || course.state() instanceof ConcernState.Answered) {
            return Optional.empty();
        }
        var all = timeline.of(key);
        var promisedAt = all.reversed().stream()
                .filter(step -> PROMISES.contains(step.event().getClass()))
                .findFirst()
                .map(Step::at)
                .orElse(concern.filing().filedAt());
        var handledAt = all.reversed().stream()
                .filter(step -> step.by() instanceof Step.Author.Person)
                .findFirst()
                .map(Step::at)
                .filter(promisedAt::isBefore)
                .orElse(promisedAt);
        return Optional.of(new WaitingConcern(
                key,
                concern.number(),
                course.matter(),
                course.grade(),
                concern.filing().restricted(),
                course.owner().unit(),
                untold(concern),
                promisedAt,
                isTakenUp(course.state(), all, promisedAt),
                handledAt,
                course.deadlines(),
                course.state().still().map(ConcernState.Stillness::until)));
    }

    private Set<PersonId> untold(Concern concern) {
        var untold = recusals.excluded(concern.id());
        concern.filing().reporter().known().ifPresent(untold::add);
        return untold;
    }

    private boolean isTakenUp(ConcernState state, List<Step> steps, Instant promisedAt) {
        if (state instanceof ConcernState.Linked linked) {
            return waiting(linked.main()).map(WaitingConcern::takenUp).orElse(true);
        }
        return state instanceof ConcernState.UnderReview
                || steps.stream()
                        .anyMatch(step -> step.event() instanceof ConcernEvent.Acknowledged
                                && !step.at().isBefore(promisedAt));
    }

    /** Writes down that a unit further up was told; refused where it has moved on meanwhile. */
    @Transactional
    public void escalate(long key, Stage watched, String threshold, UnitId unit) {
        steps.save(
                concerns.get(key).escalate(watched, threshold, unit, Steps.clockwork("escalation"), clock.instant()));
    }
}
