package cn.lianxin.knowledge;

import cn.lianxin.concern.StepTaken;
import cn.lianxin.identity.RoleHolders;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What a review found wrong is shown no more, by {@code knowledge.shown} itself; here the desk and whoever proposed it hear that
 * it has to be said anew. They are told of the question alone, which all could read.
 */
@Component
class Overturned {

    private final Questions questions;
    private final RoleHolders holders;
    private final Inbox inbox;

    Overturned(Questions questions, RoleHolders holders, Inbox inbox) {
        this.questions = questions;
        this.holders = holders;
        this.inbox = inbox;
    }

    @EventListener
    void tell(StepTaken taken) {
        // Filing overturns nothing, and must not wait for a look.
        if (taken.place() > 1) {
            questions
                    .ofConcern(taken.concern())
                    .filter(question -> !question.down())
                    .ifPresent(this::tell);
        }
    }

    private void tell(Questions.Question question) {
        questions
                .publicOne(question.number())
                .filter(shown ->
                        questions.isOverturnedSince(question, shown.publicAt().orElseThrow()))
                .ifPresent(shown -> people(question, shown).forEach(person -> deliver(person, shown)));
    }

    private Set<PersonId> people(Questions.Question question, Wording shown) {
        Set<PersonId> people = new LinkedHashSet<>();
        holders.nearestUnitWith(Role.DESK_OFFICER, question.desk())
                .ifPresent(unit -> people.addAll(holders.holders(Role.DESK_OFFICER, unit)));
        people.add(shown.proposedBy());
        return people;
    }

    /** Once for each wording, however many steps come after. */
    private void deliver(PersonId person, Wording shown) {
        inbox.deliver(new Notification(
                person,
                "question.notice.overturned",
                List.of(shown.text().asked()),
                "/questions/" + shown.question(),
                "question:" + shown.question() + ":overturned:" + shown.place(),
                Notification.Topic.WORK,
                Notification.Reach.AS_CHOSEN));
    }
}
