package cn.lianxin.concern;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.organization.Directory;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is about life and limb, for the dispatcher. */
@Component
public class Dangers {

    private final Concerns concerns;
    private final Steps steps;
    private final Directory directory;
    private final Clock clock;

    Dangers(Concerns concerns, Steps steps, Directory directory, Clock clock) {
        this.concerns = concerns;
        this.steps = steps;
        this.directory = directory;
        this.clock = clock;
    }

    /** Empty where the concern is none. A report of wrongdoing is never one. */
    public Optional<Danger> of(long key) {
        var concern = concerns.get(key);
        var filing = concern.filing();
        return concern.lifeSafety() && !filing.restricted()
                ? Optional.of(new Danger(
                        key,
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
