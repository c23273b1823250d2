package cn.lianxin.concern;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import java.time.Instant;
import java.util.ArrayList;

/** The moves by which people come to stay out of a concern; who that is the steps tell, and who has it then. */
final class RecusalMoves {

    private RecusalMoves() {}

    /** Whoever raises it says with it whom it speaks of. */
    static Concern filedAbout(Concern filed, Subjects about) {
        var step = filed.unsaved().getFirst();
        var steps = new ArrayList<>(filed.unsaved());
        var named = new ConcernEvent.Named(about, "");
        steps.add(new Step(named, step.by(), step.at()));
        return new Concern(
                filed.id(),
                filed.number(),
                filed.version(),
                filed.filing(),
                filed.course().after(named),
                steps);
    }

    static Concern name(Concern concern, Subjects about, String reason, Party by, Instant at) {
        by.mustBe(Standing.DESK, Standing.SUPERVISOR);
        Concern.mustBeGiven("reason", reason);
        return concern.then(new ConcernEvent.Named(about, reason), by, at);
    }

    /** Whoever sees it stands outside of the line of the named, so it is never their own people who withdraw it. */
    static Concern withdrawNaming(Concern concern, Subjects about, String reason, Party by, Instant at) {
        by.mustBe(Standing.DESK, Standing.SUPERVISOR);
        Concern.mustBeGiven("reason", reason);
        return concern.then(new ConcernEvent.NamingWithdrawn(about, reason), by, at);
    }

    static Concern stepBack(Concern concern, String reason, Party by, Instant at) {
        by.mustBe(
                Standing.DESK,
                Standing.LEAD,
                Standing.ASSISTING,
                Standing.LEADER,
                Standing.ARBITER,
                Standing.SUPERVISOR);
        Concern.mustBeGiven("reason", reason);
        return concern.then(new ConcernEvent.SteppedBack(reason), by, at);
    }

    /** @param released takes it from the unit that leads on it, with what that one had asked for */
    static Concern climb(Concern concern, UnitId desk, Owner owner, boolean released, Party by, Instant at) {
        by.mustBe(Standing.CLOCKWORK);
        var here = released ? waitingForNothing(concern, by, at) : concern;
        var climbed = here.then(new ConcernEvent.Climbed(desk, owner, released), by, at);
        return new Concern(
                climbed.id(),
                climbed.number(),
                climbed.version(),
                climbed.filing().withDesk(desk),
                climbed.course(),
                climbed.unsaved());
    }

    private static Concern waitingForNothing(Concern concern, Party by, Instant at) {
        return switch (concern.course().state()) {
            case ConcernState.Paused paused ->
                concern.then(new ConcernEvent.Resumed(at.isBefore(paused.until()) ? at : paused.until(), ""), by, at);
            case ConcernState.AskedForMore asked
            when asked.before() instanceof ConcernState.InHand -> concern.then(new ConcernEvent.WentOn(""), by, at);
            default -> concern;
        };
    }

    /** Refused as {@code recused-not-linked}: what is handled together has one owner, and he may be one who stays out. */
    static Refusal notLinked() {
        return new Refusal.Violation("main", "recused-not-linked");
    }
}
