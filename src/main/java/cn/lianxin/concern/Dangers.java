package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.audit.Door;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is about life and limb, for the dispatcher. */
@Component
public class Dangers {

    private final Concerns concerns;
    private final Steps steps;
    private final Directory directory;
    private final ReadingTrail trail;
    private final Recusals recusals;
    private final Clock clock;

    Dangers(Concerns concerns, Steps steps, Directory directory, ReadingTrail trail, Recusals recusals, Clock clock) {
        this.concerns = concerns;
        this.steps = steps;
        this.directory = directory;
        this.trail = trail;
        this.recusals = recusals;
        this.clock = clock;
    }

    /** Those of them that are dangers, by key, before a dispatcher. */
    @Transactional
    public Map<Long, Danger> before(Collection<Long> keys, Actor.Member dispatcher) {
        var dangers = new HashMap<Long, Danger>();
        var guarded = new ArrayList<String>();
        for (var key : keys) {
            if (isClosedTo(key, dispatcher)) {
                continue;
            }
            var concern = concerns.get(key);
            of(concern).ifPresent(danger -> {
                dangers.put(key, danger);
                if (isGuardedFrom(dispatcher, concern.filing())) {
                    guarded.add(concern.number().toString());
                }
            });
        }
        trail.listed(guarded, Door.WALL, dispatcher);
        return dangers;
    }

    /** Empty where the concern is none. A report of wrongdoing is never one. */
    public Optional<Danger> of(long key) {
        return of(concerns.get(key));
    }

    /** Whether he stays out of it, or sits at the wall for somebody who does. */
    public boolean isClosedTo(long key, Actor.Member dispatcher) {
        var absent = dispatcher.onHisOwn().is(Role.DISPATCHER)
                ? Stream.<PersonId>empty()
                : dispatcher.standingIn().stream().map(Actor.StandIn::person);
        return recusals.excludes(
                key, Stream.concat(Stream.of(dispatcher.person()), absent).toList());
    }

    /** Everybody who may not hear of it. */
    public Set<PersonId> untold(long key) {
        return recusals.excluded(key);
    }

    private static boolean isGuardedFrom(Actor.Member dispatcher, Filing filing) {
        return Protection.covers(filing)
                && filing.reporter().known().filter(dispatcher.person()::equals).isEmpty();
    }

    private Optional<Danger> of(Concern concern) {
        var filing = concern.filing();
        return concern.lifeSafety() && !filing.restricted()
                ? Optional.of(new Danger(
                        concern.id(),
                        concern.number(),
                        filing.title(),
                        filing.words(),
                        filing.place(),
                        filing.unit(),
                        directory.pathName(filing.unit()),
                        filing.filedAt()))
                : Optional.empty();
    }

    /** Writes on the timeline, while it is open, who heard of it. */
    @Transactional
    public void heard(long key, PersonId dispatcher) {
        var concern = concerns.get(key);
        if (concern.course().state() instanceof ConcernState.Open) {
            steps.save(concern.hearAlarm(dispatcher, Steps.clockwork("dispatch"), clock.instant()));
        }
    }
}
