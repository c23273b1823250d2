package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import cn.lianxin.platform.notification.Notification.Reach;
import cn.lianxin.platform.notification.Notification.Topic;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells whoever stands in that he does, once for each absence: when it begins, and when he comes next in line because
 * another one went away. His tasks of the absent man stand in his lists from that moment whether he has read it or not.
 */
@Component
class TellingAbsences {

    private final Absences absences;
    private final StandingIn standingIn;
    private final Inbox inbox;

    TellingAbsences(Absences absences, StandingIn standingIn, Inbox inbox) {
        this.absences = absences;
        this.standingIn = standingIn;
        this.inbox = inbox;
    }

    /** What begins by the date, and what falls to the next in line, is told within the minute. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT20S")
    public void tellAll() {
        absences.now().forEach(this::tell);
    }

    void tell(Absence absence) {
        for (var acting : standingIn.actingIn(absence)) {
            deliver(acting, "absence.you-stand-in", absence, "absence:" + absence.id());
        }
    }

    void tellBack(Absence absence) {
        for (var acting : standingIn.actingIn(absence)) {
            deliver(acting, "absence.is-back", absence, "absence-over:" + absence.id());
        }
    }

    /** He is told who said it, so that nobody is put aside without knowing. */
    void tellEntered(PersonId person, Actor by) {
        var name = by instanceof Actor.Member member ? member.name() : "";
        inbox.deliver(new Notification(
                person, "absence.entered-for-you", List.of(name), "/me", "", Topic.OTHER, Reach.AS_CHOSEN));
    }

    private void deliver(PersonId to, String key, Absence absence, String cause) {
        inbox.deliver(
                new Notification(to, key, List.of(absence.personName()), "/tasks", cause, Topic.WORK, Reach.AS_CHOSEN));
    }
}
