package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is to be known of a concern before it is sent on, and to whom it may not go. */
@Component
public class ReceivingConcerns {

    private final Concerns concerns;
    private final ClosedUnits closed;
    private final JoiningConcerns joining;

    ReceivingConcerns(Concerns concerns, ClosedUnits closed, JoiningConcerns joining) {
        this.concerns = concerns;
        this.closed = closed;
        this.joining = joining;
    }

    /** NotFound for whoever may not see it. */
    @Transactional(readOnly = true)
    public ReceivedConcern get(CaseFile file, Actor actor) {
        var concern = concerns.get(file.number(), actor).concern();
        var filing = concern.filing();
        return new ReceivedConcern(
                concern.id(),
                filing.unit(),
                filing.desk(),
                filing.title(),
                filing.words() + file.spoken().text(),
                filing.restricted(),
                filing.filedAt());
    }

    /** Whether this unit stays out of it, and so may neither lead on it nor assist. */
    public boolean keepsOut(ReceivedConcern concern, UnitId unit) {
        return closed.keepOut(concern.id(), unit);
    }

    /** The number of the open one with which its speaker says that it is the same, where this actor may see that. */
    public Optional<String> proposedMain(ReceivedConcern concern, Actor actor) {
        return joining.proposedMain(concern.id(), actor);
    }
}
