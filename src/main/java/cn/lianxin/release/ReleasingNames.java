package cn.lianxin.release;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.NamesInConfidence;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.platform.vault.Identity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One asks with a reason, one of another line agrees, both see it for a day, and whoever raised the concern is told. */
@Component
class ReleasingNames {

    static final int SHORTEST_REASON = 20;
    static final int LONGEST_REASON = 500;
    static final Duration OPEN = Duration.ofDays(3);
    static final Duration SHOWN = Duration.ofHours(24);

    private final NameRequests requests;
    private final NamesInConfidence names;
    private final Directory directory;
    private final Inbox inbox;
    private final AuditTrail audit;
    private final Clock clock;

    ReleasingNames(
            NameRequests requests,
            NamesInConfidence names,
            Directory directory,
            Inbox inbox,
            AuditTrail audit,
            Clock clock) {
        this.requests = requests;
        this.names = names;
        this.directory = directory;
        this.inbox = inbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Refuses {@code name-purpose}, {@code name-reason}, {@code name-known}, {@code name-asked-already}. */
    @Transactional
    public void ask(ConcernNumber number, Optional<Purpose> purpose, String why, Actor actor) {
        var by = member(actor);
        var about = names.about(number, by);
        Deciders.mustBeAbleToAsk(about);
        var aim = purpose.orElseThrow(() -> new Refusal.Violation("purpose", "name-purpose"));
        var reason = PlainText.block(why).strip();
        var length = PlainText.lengthOf(reason);
        if (length < SHORTEST_REASON || length > LONGEST_REASON) {
            throw new Refusal.Violation("reason", "name-reason", SHORTEST_REASON, LONGEST_REASON);
        }
        var id = requests.add(about, who(by), aim, reason, clock.instant().plus(OPEN));
        audit.record(by, "release.asked", subject(number), aim.name());
        names.tell(about, "notice.name.asked", "name:" + id + ":asked");
        for (var decider : names.nearestDeciders(about, by.person())) {
            inbox.deliver(new Notification(
                    decider,
                    "notice.name.decide",
                    List.of(),
                    "/name-requests",
                    "name:" + id + ":decide",
                    Notification.Topic.WORK,
                    Notification.Reach.AS_CHOSEN));
        }
    }

    /** Refuses {@code name-other-line} and {@code name-decided}; NotFound where there is no such request. */
    @Transactional
    public void decide(ConcernNumber number, long id, boolean agreed, String said, Actor actor) {
        var by = member(actor);
        var about = names.about(number, by);
        var request = requests.of(about.concern()).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
        if (!Deciders.mayDecide(request, about, by)) {
            throw new Refusal.NotAllowed("name-other-line");
        }
        var word = PlainText.block(said).strip();
        if (PlainText.lengthOf(word) > LONGEST_REASON) {
            throw new Refusal.Violation("word", "name-word", LONGEST_REASON);
        }
        var until = agreed ? Optional.of(clock.instant().plus(SHOWN)) : Optional.<Instant>empty();
        requests.decide(request, who(by), about.lines(), word, until);
        audit.record(by, agreed ? "release.agreed" : "release.refused", subject(number), "request:" + id);
        if (agreed) {
            names.tell(about, "notice.name.agreed", "name:" + id + ":agreed");
        }
        inbox.deliver(new Notification(
                request.asked().person(),
                agreed ? "notice.name.given" : "notice.name.refused",
                List.of(number.toString()),
                "/concerns/" + number + "/name",
                "name:" + id + ":decided",
                Notification.Topic.WORK,
                Notification.Reach.AS_CHOSEN));
    }

    /** For the two of a request that was agreed to, within its day; each time on record. */
    @Transactional
    public Identity show(ConcernNumber number, Actor actor) {
        var by = member(actor);
        var about = names.about(number, by);
        if (requests.of(about.concern()).stream().noneMatch(request -> request.shows(by.person(), clock.instant()))) {
            throw new Refusal.NotAllowed("name-not-shown");
        }
        audit.record(by, "release.shown", subject(number), "");
        return names.open(about, by);
    }

    private NameRequest.Who who(Actor.Member member) {
        var post = directory.postOf(member.person());
        return new NameRequest.Who(member.person(), member.name(), (post.unit() + " " + post.title()).strip());
    }

    static Actor.Member member(Actor actor) {
        if (actor instanceof Actor.Member member) {
            return member.onHisOwn();
        }
        throw new Refusal.NotFound();
    }

    private static String subject(ConcernNumber number) {
        return "concern:" + number;
    }
}
