package cn.lianxin.demo;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.Reporter;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.calendar.WorkingCalendar;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import cn.lianxin.promise.Matter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells those whom visitors play what happened in the last days, as it would have been told. */
final class Messages {

    private static final int DAYS = 6;
    private static final int DAYS_FOR_SPEAKERS = 40;

    /** Whom a scene concerns, and the sentence. */
    private record Message(String to, String key) {}

    private final Inbox inbox;
    private final Company company;
    private final Set<String> shown;
    /** Of these nobody is told here. */
    private final Set<String> restricted;

    private final Set<String> approved;
    private final Instant since;
    private final Instant sinceForSpeakers;

    Messages(Inbox inbox, Company company, List<Matter> matters, LocalDate today) {
        this.restricted = codes(matters, matter -> matter.grade().restricted());
        this.approved = codes(matters, Matter::needsApproval);
        this.inbox = inbox;
        this.company = company;
        this.shown = ShowRole.cast(company.plan()).stream()
                .map(role -> role.person().staffNumber())
                .collect(Collectors.toSet());
        this.since = today.minusDays(DAYS).atStartOfDay(WorkingCalendar.ZONE).toInstant();
        this.sinceForSpeakers = today.minusDays(DAYS_FOR_SPEAKERS)
                .atStartOfDay(WorkingCalendar.ZONE)
                .toInstant();
    }

    void tellOf(Scene scene, Story story, ConcernNumber number) {
        if (scene.at().isBefore(sinceForSpeakers)
                || story.has(Deed.Raise.class, raise -> restricted.contains(raise.matter()))) {
            return;
        }
        about(scene, story)
                .filter(message -> shown.contains(message.to()))
                .filter(message -> message.key().startsWith("notice.worker.") || stillWaits(scene, story))
                .forEach(message -> inbox.deliver(new Notification(
                        company.member(message.to()).person(),
                        message.key(),
                        List.of(number.toString()),
                        "/concerns/" + number,
                        "demo:" + story.number() + ":" + story.scenes().indexOf(scene))));
    }

    private boolean stillWaits(Scene scene, Story story) {
        return !scene.at().isBefore(since) && scene.equals(story.scenes().getLast());
    }

    private static Set<String> codes(List<Matter> matters, Predicate<Matter> such) {
        return matters.stream().filter(such).map(Matter::code).collect(Collectors.toSet());
    }

    private Stream<Message> about(Scene scene, Story story) {
        return switch (scene.deed()) {
            case Deed.Raise raise -> atDesk(raise.unit(), "notice.staff.FILED");
            case Deed.Assign assign ->
                company.plan().holders(Role.HANDLER, assign.lead()).stream()
                        .map(handler -> new Message(handler.staffNumber(), "notice.staff.ASSIGNED"));
            case Deed.Acknowledge _ -> toSpeaker(scene, story, "notice.worker.ACKNOWLEDGED");
            case Deed.Ask _ -> toSpeaker(scene, story, "notice.worker.ASKED_FOR_MORE");
            case Deed.Answer answer ->
                answer.reply().finding().mustBeSigned() || approvedLater(scene, story)
                        ? Stream.of()
                        : toSpeaker(scene, story, "notice.worker.REPLIED");
            case Deed.DecideAnswer it -> it.approved() ? toSpeaker(scene, story, "notice.worker.REPLIED") : Stream.of();
            case Deed.HandBack _ ->
                raised(scene, story).stream().flatMap(it -> atDesk(it.unit(), "notice.staff.HANDED_BACK"));
            case Deed.Accept _, Deed.Decline _, Deed.DecideHandBack _, Deed.Arbitrate _, Deed.GoOn _ -> Stream.of();
            case Deed.OfficeSays _, Deed.NoteDown _, Deed.AskExtension _, Deed.DecideExtension _ -> Stream.of();
            case Deed.TakeReview _, Deed.DecideReview _, Deed.Link _, Deed.Unlink _ -> Stream.of();
            case Deed.Split _, Deed.SpeakerSays _, Deed.GiveMore _, Deed.RaiseAgain _ -> Stream.of();
            case Deed.AskReview _, Deed.Withdraw _, Deed.DecideEnding _, Deed.Judge _, Deed.WindowPasses _ ->
                Stream.of();
        };
    }

    private Stream<Message> atDesk(String unit, String key) {
        var plan = company.plan();
        return plan.holders(Role.DESK_OFFICER, plan.house(unit).code()).stream()
                .limit(1)
                .map(officer -> new Message(officer.staffNumber(), key));
    }

    private static Stream<Message> toSpeaker(Scene scene, Story story, String key) {
        return raised(scene, story).stream().map(raise -> new Message(raise.speaker(), key));
    }

    private boolean approvedLater(Scene scene, Story story) {
        return raised(scene, story)
                .filter(raise -> !approved.contains(raise.matter()))
                .isEmpty();
    }

    /** Only of those who gave their name. */
    private static Optional<Deed.Raise> raised(Scene scene, Story story) {
        return story.scenes().stream()
                .filter(other -> other.concern() == scene.concern())
                .flatMap(other -> other.deed() instanceof Deed.Raise raise ? Stream.of(raise) : Stream.of())
                .filter(raise -> raise.mode() != Reporter.Mode.ANONYMOUS)
                .findFirst();
    }
}
