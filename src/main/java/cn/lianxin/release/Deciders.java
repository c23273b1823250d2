package cn.lianxin.release;

import cn.lianxin.concern.NamesInConfidence;
import cn.lianxin.concern.NamesInConfidence.About;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import java.util.Collections;

/** Who may ask for a name and who may agree, in one place. */
final class Deciders {

    private Deciders() {}

    /** Whoever works on it or watches over it, and does not know the name anyway. */
    static boolean mayAsk(About about) {
        return !about.mine() && !about.lines().isEmpty() && !about.knowsName();
    }

    /** Refuses {@code name-known} where he sees it as one of the receiving office. */
    static void mustBeAbleToAsk(About about) {
        if (about.knowsName()) {
            throw new Refusal.Conflict("name-known");
        }
        if (!mayAsk(about)) {
            throw new Refusal.NotAllowed("not-yours");
        }
    }

    /**
     * Of no line in which the asker stands, and not one of those who answer: from them the name is kept. Never the asker, and
     * never whoever raised it.
     */
    static boolean mayDecide(NameRequest request, About about, Actor.Member by) {
        return !about.mine()
                && !request.asked().person().equals(by.person())
                && !about.lines().isEmpty()
                && !about.lines().contains(NamesInConfidence.HANDLING)
                && Collections.disjoint(about.lines(), request.askedLines());
    }
}
