package cn.lianxin.webhook;

import cn.lianxin.concern.StepTaken;
import cn.lianxin.concern.TakenSteps;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.outbox.Outbox;
import java.time.Clock;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Puts down, after a step, which systems are owed a call. Of what is restricted no system learns that it exists. */
@Component
class Telling {

    private final TakenSteps steps;
    private final Endpoints endpoints;
    private final Directory directory;
    private final Outbox outbox;
    private final Clock clock;

    Telling(TakenSteps steps, Endpoints endpoints, Directory directory, Outbox outbox, Clock clock) {
        this.steps = steps;
        this.endpoints = endpoints;
        this.directory = directory;
        this.outbox = outbox;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void tell(StepTaken taken) {
        var facts = steps.facts(taken);
        var kind = EventKind.of(facts.kind());
        if (facts.restricted() || kind.isEmpty()) {
            return;
        }
        var told = endpoints.toTell(kind.get(), facts.desk());
        if (told.isEmpty()) {
            return;
        }
        var body = Payload.of(
                kind.get(),
                facts,
                code(facts.desk()),
                facts.lead().map(this::code).orElse(""));
        var key = "concern:" + taken.concern() + ":" + taken.place();
        told.forEach(endpoint -> outbox.put(Calling.QUEUE, endpoint, key, body, clock.instant(), false));
    }

    private String code(UnitId unit) {
        return directory.unit(unit).code();
    }
}
