package cn.lianxin.problem;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Messages about a problem: its number and where to look. Its title stands on its page alone, for whoever may see that. */
@Component
class TellingProblems {

    private final Inbox inbox;

    TellingProblems(Inbox inbox) {
        this.inbox = inbox;
    }

    /** To the one who answers for it from now on. */
    void given(Problem problem, Instant now) {
        tell(problem.owner(), problem, "given", now);
    }

    /** To the one who answers for it, to the desk, and up the line. */
    void late(Problem problem, PersonId person, Instant now) {
        tell(person, problem, "late", now);
    }

    void recurred(Problem problem, PersonId person, Instant now) {
        tell(person, problem, "recurred", now);
    }

    void confirm(Problem problem, PersonId person, Instant now) {
        tell(person, problem, "confirm", now);
    }

    void sentBack(Problem problem, Instant now) {
        tell(problem.owner(), problem, "sent-back", now);
    }

    void moved(Problem problem, Instant now) {
        tell(problem.owner(), problem, "moved", now);
    }

    private void tell(PersonId person, Problem problem, String what, Instant now) {
        inbox.deliver(new Notification(
                person,
                "notice.problem." + what,
                List.of(problem.number().toString()),
                "/problems/" + problem.number(),
                "problem:" + problem.id() + ":" + what + ":" + now.toEpochMilli(),
                Notification.Topic.WORK,
                Notification.Reach.AS_CHOSEN));
    }
}
