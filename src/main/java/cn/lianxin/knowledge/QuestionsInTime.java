package cn.lianxin.knowledge;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.TellingInPublic;
import cn.lianxin.kernel.Actor;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.transparency.PublicLog;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Public questions on a clock of one's own, for what lies in the past; within the caller's transaction. */
@Component
public class QuestionsInTime {

    private final Questions questions;
    private final TellingInPublic telling;
    private final Recognizing recognizing;
    private final Directory directory;
    private final Inbox inbox;
    private final AuditTrail trail;
    private final PublicLog log;

    QuestionsInTime(
            Questions questions,
            TellingInPublic telling,
            Recognizing recognizing,
            Directory directory,
            Inbox inbox,
            AuditTrail trail,
            PublicLog log) {
        this.questions = questions;
        this.telling = telling;
        this.recognizing = recognizing;
        this.directory = directory;
        this.inbox = inbox;
        this.trail = trail;
        this.log = log;
    }

    /**
     * Proposed and approved at this moment of the clock.
     *
     * @param first on behalf of another line than the second
     */
    public void publish(
            ConcernNumber number,
            String asked,
            String answer,
            Actor.Member by,
            Actor.Member first,
            Actor.Member second,
            Clock clock) {
        var proposing = new ProposingQuestions(questions, telling, recognizing, directory, trail, clock);
        var deciding = new DecidingQuestions(questions, proposing, telling, directory, inbox, trail, log, clock);
        var wording = proposing.propose(number, new Text(asked, answer, ""), by);
        deciding.approve(wording, first);
        deciding.approve(wording, second);
    }
}
