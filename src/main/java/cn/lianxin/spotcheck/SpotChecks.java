package cn.lianxin.spotcheck;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import java.util.List;
import java.util.Optional;

/** What is done in spot checks, by one clock. */
public final class SpotChecks {

    private final Periods periods;
    private final Drawing drawing;
    private final Calling calling;
    private final Asking asking;
    private final Looking looking;

    SpotChecks(Periods periods, Drawing drawing, Calling calling, Asking asking, Looking looking) {
        this.periods = periods;
        this.drawing = drawing;
        this.calling = calling;
        this.asking = asking;
        this.looking = looking;
    }

    /** Whether a period was ever published. */
    public boolean haveBegun() {
        return !periods.all().isEmpty();
    }

    /** Publishes the next period when its time has come, and draws what is to be drawn. */
    public void draw() {
        drawing.publish();
        drawing.draw();
    }

    public void reveal() {
        drawing.reveal();
    }

    /** The calls that this person may make; nobody else knows of them. */
    public List<Call> openTo(Actor.Member caller) {
        return calling.openTo(caller);
    }

    /** Who is to be called. */
    public Optional<PersonId> speakerOf(Call call) {
        return calling.speakerOf(call);
    }

    public void notReached(Call call, Actor.Member caller) {
        calling.notReached(call.period(), call.place(), caller);
    }

    /** @param tell whether the worker hears that something was written down of him */
    public void record(Call call, Said said, boolean tell, Actor.Member caller) {
        if (tell) {
            calling.record(call.period(), call.place(), said, caller);
        } else {
            calling.write(call.period(), call.place(), said, caller);
        }
    }

    /** Forms the groups of what was published, each to be asked on some day of the next three weeks. */
    public void form() {
        asking.form();
    }

    /** Asks the units whose day has come. */
    public void ask() {
        asking.ask();
    }

    public List<Look> looksOf(Actor.Member reviewer) {
        return looking.openTo(reviewer);
    }

    public void found(Look look, Look.Finding finding, String reason, Actor.Member reviewer) {
        looking.found(look.id(), finding, reason, reviewer);
    }
}
