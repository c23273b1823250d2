package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers given on a page on which like cases stood: with what was said of them, or not at all. */
@Component
public class DecidingConcerns {

    private final HandlingConcerns handling;
    private final Concerns concerns;
    private final ObjectProvider<Precedents> precedents;

    DecidingConcerns(HandlingConcerns handling, Concerns concerns, ObjectProvider<Precedents> precedents) {
        this.handling = handling;
        this.concerns = concerns;
        this.precedents = precedents;
    }

    @Transactional
    public void reply(ConcernNumber number, Reply reply, Precedents.Said said, Actor by) {
        decide(number, said, by, () -> handling.reply(number, reply, by));
    }

    @Transactional
    public void decline(ConcernNumber number, String reason, String whereToTurn, Precedents.Said said, Actor by) {
        decide(number, said, by, () -> handling.decline(number, reason, whereToTurn, by));
    }

    /** What is missing in the answer itself is said first. */
    private void decide(ConcernNumber number, Precedents.Said said, Actor by, Runnable answer) {
        var before = concerns.get(number, by).concern();
        answer.run();
        if (by instanceof Actor.Member member) {
            precedents.forEach(room -> room.decided(before.id(), before.version() + 1, said, member));
        }
    }
}
