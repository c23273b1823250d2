package cn.lianxin.demo;

import cn.lianxin.concern.Channel;
import cn.lianxin.concern.Reporter;
import cn.lianxin.promise.Grade;
import cn.lianxin.promise.Matter;
import java.util.List;

/**
 * Who plays in the life of one concern: who speaks, and who answers, arbitrates and reviews.
 *
 * @param wrongLeads units that it could be sent to by mistake
 * @param reviewers people who never have a hand in it
 */
record Cast(
        PersonPlan speaker,
        Reporter.Mode mode,
        Channel channel,
        Matter matter,
        Grade grade,
        UnitPlan house,
        PersonPlan desk,
        UnitPlan lead,
        PersonPlan handler,
        PersonPlan leader,
        PersonPlan arbiter,
        List<UnitPlan> wrongLeads,
        List<PersonPlan> reviewers) {

    boolean urgent() {
        return grade == Grade.U0 || grade == Grade.U1;
    }

    boolean atTheKeyboard() {
        return channel == Channel.PAGE || channel == Channel.TERMINAL;
    }
}
