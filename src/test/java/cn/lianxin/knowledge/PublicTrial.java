package cn.lianxin.knowledge;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.kernel.Actor;
import org.springframework.stereotype.Component;

/** Questions that are public already, for tests that are about something else. */
@Component
public class PublicTrial {

    private final ProposingQuestions proposing;
    private final DecidingQuestions deciding;
    private final Questions questions;

    PublicTrial(ProposingQuestions proposing, DecidingQuestions deciding, Questions questions) {
        this.proposing = proposing;
        this.deciding = deciding;
        this.questions = questions;
    }

    /** The id of the wording that waits. */
    public long propose(ConcernNumber number, String asked, String answer, Actor.Member by) {
        return proposing.propose(number, new Text(asked, answer, ""), by);
    }

    /** The number of the question. */
    public long publish(
            ConcernNumber number,
            String asked,
            String answer,
            Actor.Member by,
            Actor.Member first,
            Actor.Member second) {
        var wording = propose(number, asked, answer, by);
        deciding.approve(wording, first);
        deciding.approve(wording, second);
        return questions.wording(wording).orElseThrow().question();
    }
}
