package cn.lianxin.concern;

import static cn.lianxin.platform.notification.Notification.Reach.AS_CHOSEN;
import static cn.lianxin.platform.notification.Notification.Reach.AT_ONCE;
import static cn.lianxin.platform.notification.Notification.Topic.WORK;

import cn.lianxin.identity.RoleHolders;
import cn.lianxin.identity.StandingIn;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import cn.lianxin.promise.Grade;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells those whom a step concerns, after it is committed. What arrives says that something happened, never what was said. */
@Component
class ConcernNotices {

    private final Concerns concerns;
    private final Timeline timeline;
    private final RoleHolders holders;
    private final StandingIn standingIn;
    private final Reviewers reviewers;
    private final Recusals recusals;
    private final Inbox inbox;

    ConcernNotices(
            Concerns concerns,
            Timeline timeline,
            RoleHolders holders,
            StandingIn standingIn,
            Reviewers reviewers,
            Recusals recusals,
            Inbox inbox) {
        this.concerns = concerns;
        this.timeline = timeline;
        this.holders = holders;
        this.standingIn = standingIn;
        this.reviewers = reviewers;
        this.recusals = recusals;
        this.inbox = inbox;
    }

    @ApplicationModuleListener
    void tell(StepTaken taken) {
        var concern = concerns.get(taken.concern());
        var steps = timeline.of(taken.concern());
        var step = steps.get(taken.place() - 1);
        var cause = "concern:" + taken.concern() + ":" + taken.place();
        var kind = ConcernJson.name(step.event().getClass());
        if (step.event().forTheWorker()
                && !(step.by() instanceof Step.Author.Speaker)
                && !(step.event() instanceof ConcernEvent.Escalated)) {
            concern.filing()
                    .reporter()
                    .known()
                    .ifPresent(person -> inbox.deliver(forTheWorker(person, "notice.worker." + kind, concern, cause)));
        }
        var reach = concern.course().grade() == Grade.U0 ? AT_ONCE : AS_CHOSEN;
        for (var person : staffToTell(concern, step, steps)) {
            deliver(person, "notice.staff." + kind, concern, cause, WORK, reach);
            tellStandIns(person, "notice.staff." + kind, concern, step, cause, reach);
        }
    }

    /** Nothing waits for somebody who is away: whoever acts for him hears it too, and for whom. */
    private void tellStandIns(
            PersonId person, String key, Concern concern, Step step, String cause, Notification.Reach reach) {
        standingIn.away(person).ifPresent(away -> {
            var self = step.by() instanceof Step.Author.Person author ? Optional.of(author.person()) : Optional.empty();
            var out = recusals.excluded(concern.id());
            concern.filing().reporter().known().ifPresent(out::add);
            for (var acting : standingIn.actingFor(person, concern.units(), out)) {
                if (!acting.equals(person) && self.filter(acting::equals).isEmpty()) {
                    inbox.deliver(notification(acting, key, concern, cause + ":for:" + person.value(), WORK, reach)
                            .inPlaceOf(away.name(), away.underground(), away.until()));
                }
            }
        });
    }

    private void deliver(
            PersonId person,
            String key,
            Concern concern,
            String cause,
            Notification.Topic topic,
            Notification.Reach reach) {
        inbox.deliver(notification(person, key, concern, cause, topic, reach));
    }

    private static Notification forTheWorker(PersonId person, String key, Concern concern, String cause) {
        var told = notification(person, key, concern, cause, topicFor(concern), AS_CHOSEN);
        return concern.filing().reporter() instanceof Reporter.Confidential ? told.hiding() : told;
    }

    private static Notification notification(
            PersonId person,
            String key,
            Concern concern,
            String cause,
            Notification.Topic topic,
            Notification.Reach reach) {
        return new Notification(
                person,
                key,
                List.of(concern.number().toString()),
                "/concerns/" + concern.number(),
                cause,
                topic,
                reach);
    }

    /** A report of wrongdoing is in confidence even under a name. */
    private static Notification.Topic topicFor(Concern concern) {
        return concern.filing().restricted() || concern.filing().reporter().mode() != Reporter.Mode.NAMED
                ? Notification.Topic.RAISED_IN_CONFIDENCE
                : Notification.Topic.RAISED;
    }

    private Set<PersonId> staffToTell(Concern concern, Step step, List<Step> steps) {
        var told = new LinkedHashSet<PersonId>();
        var owner = concern.course().owner().person();
        switch (step.event()) {
            case ConcernEvent.Assigned e ->
                told.addAll(handlersOf(e.assignment().lead()));
            case ConcernEvent.Arbitrated e ->
                told.addAll(handlersOf(e.assignment().lead()));
            case ConcernEvent.ReplyDrafted e ->
                told.addAll(e.reply().finding().mustBeSigned() ? reviewers.nearestTo(concern) : leadersOf(concern));
            case ConcernEvent.ExtensionAsked _ -> told.addAll(leadersOf(concern));
            case ConcernEvent.HandedBack _ -> told.addAll(handBackDecidersOf(concern));
            case ConcernEvent.Filed _, ConcernEvent.RaisedAgain _, ConcernEvent.ReviewAsked _ -> told.add(owner);
            case ConcernEvent.GaveMore _, ConcernEvent.Said _, ConcernEvent.DeclinationSetAside _ -> told.add(owner);
            case ConcernEvent.Declined _ -> told.addAll(reviewers.nearestTo(concern));
            case ConcernEvent.Withdrawn _ -> {
                told.add(owner);
                told.addAll(reviewers.nearestTo(concern));
            }
            case ConcernEvent.TranscriptDisputed e -> {
                told.add(owner);
                told.addAll(writersOf(e.recording(), steps));
            }
            case ConcernEvent.OwnerMoved _, ConcernEvent.ExtensionGranted _ -> told.add(owner);
            case ConcernEvent.ExtensionRefused _, ConcernEvent.ReplyReturned _ -> told.add(owner);
            case ConcernEvent.PauseRefused _, ConcernEvent.Paused _, ConcernEvent.Resumed _ -> told.add(owner);
            case ConcernEvent.PauseAsked _, ConcernEvent.Escalated _, ConcernEvent.AlarmHeard _ -> {}
            case ConcernEvent.HandBackRefused _, ConcernEvent.HandBackGranted _, ConcernEvent.AskedToShow _ ->
                told.add(owner);
            case ConcernEvent.Shown _ -> {}
            case ConcernEvent.Accepted _, ConcernEvent.Reclassified _ -> {}
            case ConcernEvent.EndingConfirmed _, ConcernEvent.WithdrawalSetAside _ -> {}
            case ConcernEvent.Acknowledged _, ConcernEvent.Noted _, ConcernEvent.AskedForMore _ -> {}
            case ConcernEvent.WentOn _, ConcernEvent.Replied _, ConcernEvent.ReviewTaken _ -> {}
            case ConcernEvent.Reviewed _, ConcernEvent.Concluded _, ConcernEvent.Linked _ -> {}
            case ConcernEvent.Unlinked _, ConcernEvent.Followed _, ConcernEvent.SplitOff _ -> {}
            case ConcernEvent.UnitSucceeded _, ConcernEvent.Recorded _ -> {}
            case ConcernEvent.Climbed _ -> told.add(owner);
            case ConcernEvent.Named _, ConcernEvent.NamingWithdrawn _, ConcernEvent.SteppedBack _ -> {}
            case ConcernEvent.Transcribed _, ConcernEvent.TranscriptConfirmed _ -> {}
        }
        if (step.by() instanceof Step.Author.Person author) {
            told.remove(author.person());
        }
        concern.filing().reporter().known().ifPresent(told::remove);
        told.removeAll(recusals.excluded(concern.id()));
        return told;
    }

    private static List<PersonId> writersOf(UUID recording, List<Step> steps) {
        return steps.stream()
                .filter(step -> step.event() instanceof ConcernEvent.Transcribed written
                        && written.recording().equals(recording))
                .flatMap(step ->
                        step.by() instanceof Step.Author.Person writer ? Stream.of(writer.person()) : Stream.of())
                .toList();
    }

    private List<PersonId> handlersOf(UnitId unit) {
        var own = holders.holders(Role.HANDLER, unit);
        return own.isEmpty() ? holders.nearest(Role.HANDLER, unit).stream().toList() : own;
    }

    private List<PersonId> leadersOf(Concern concern) {
        return concern.course().assignment().stream()
                .flatMap(assignment -> holders.nearest(Role.UNIT_LEADER, assignment.lead()).stream())
                .toList();
    }

    private List<PersonId> handBackDecidersOf(Concern concern) {
        var role =
                concern.course().state() instanceof ConcernState.InArbitration ? Role.UNIT_LEADER : Role.DESK_OFFICER;
        return holders.nearest(role, concern.filing().desk()).stream().toList();
    }
}
