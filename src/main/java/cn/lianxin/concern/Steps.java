package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Saves a concern that has moved, takes those linked to it along, and says so. */
@Component
class Steps {

    private final Concerns concerns;
    private final Timeline timeline;
    private final Recusing recusing;
    private final ApplicationEventPublisher events;
    private final JdbcClient database;
    private final Clock clock;

    Steps(
            Concerns concerns,
            Timeline timeline,
            Recusing recusing,
            ApplicationEventPublisher events,
            JdbcClient database,
            Clock clock) {
        this.concerns = concerns;
        this.timeline = timeline;
        this.recusing = recusing;
        this.events = events;
        this.database = database;
        this.clock = clock;
    }

    /** Nobody who stays out has it afterwards, whatever the move was. */
    void save(Concern moved) {
        var last = moved.unsaved().getLast();
        concerns.save(moved);
        announce(moved.id(), moved.version() + moved.unsaved().size());
        takeAlong(moved, last);
        settle(moved.id());
    }

    /** Gives it to somebody else where its owner may not see it any more. */
    void settle(long concern) {
        if (!recusing.keepsAnybodyOut(concern)) {
            return;
        }
        var settled = recusing.settled(concerns.get(concern));
        if (!settled.unsaved().isEmpty()) {
            save(settled);
        }
    }

    private void takeAlong(Concern moved, Step last) {
        switch (last.event()) {
            case ConcernEvent.Assigned _, ConcernEvent.Acknowledged _, ConcernEvent.HandBackGranted _ -> lead(moved);
            case ConcernEvent.Arbitrated _, ConcernEvent.OwnerMoved _, ConcernEvent.UnitSucceeded _ -> lead(moved);
            case ConcernEvent.ReviewAsked _, ConcernEvent.RaisedAgain _ -> lead(moved);
            case ConcernEvent.DeclinationSetAside _ -> lead(moved);
            case ConcernEvent.Replied replied -> answerMembersOf(moved, replied.reply());
            case ConcernEvent.Declined _, ConcernEvent.Withdrawn _ -> releaseMembersOf(moved);
            case ConcernEvent.EndingConfirmed _, ConcernEvent.WithdrawalSetAside _ -> {}
            case ConcernEvent.Filed _, ConcernEvent.Accepted _ -> {}
            case ConcernEvent.Paused _ -> stopMembersOf(moved);
            case ConcernEvent.Resumed resumed -> resumeMembersOf(moved, resumed.from());
            case ConcernEvent.PauseAsked _, ConcernEvent.PauseRefused _ -> {}
            case ConcernEvent.Escalated _, ConcernEvent.AlarmHeard _ -> {}
            case ConcernEvent.AskedToShow _, ConcernEvent.Shown _ -> {}
            case ConcernEvent.Reclassified _, ConcernEvent.HandedBack _, ConcernEvent.HandBackRefused _ -> {}
            case ConcernEvent.Said _, ConcernEvent.Noted _, ConcernEvent.AskedForMore _ -> {}
            case ConcernEvent.GaveMore _, ConcernEvent.WentOn _, ConcernEvent.ExtensionAsked _ -> {}
            case ConcernEvent.ExtensionGranted _, ConcernEvent.ExtensionRefused _ -> {}
            case ConcernEvent.ReplyDrafted _, ConcernEvent.ReplyReturned _, ConcernEvent.Recorded _ -> {}
            case ConcernEvent.ReviewTaken _, ConcernEvent.Reviewed _, ConcernEvent.Transcribed _ -> {}
            case ConcernEvent.TranscriptConfirmed _, ConcernEvent.TranscriptDisputed _ -> {}
            case ConcernEvent.Concluded _, ConcernEvent.Linked _ -> {}
            case ConcernEvent.Unlinked _, ConcernEvent.Followed _, ConcernEvent.SplitOff _ -> {}
            case ConcernEvent.Named _ -> releaseMembersOf(moved);
            case ConcernEvent.Climbed _ -> lead(moved);
            case ConcernEvent.NamingWithdrawn _, ConcernEvent.SteppedBack _ -> {}
        }
    }

    void announce(long concern, int place) {
        events.publishEvent(new StepTaken(concern, place));
    }

    private void lead(Concern main) {
        for (var member : concerns.linkedTo(main.id())) {
            save(member.follow(main, clockwork("follow"), clock.instant()));
        }
    }

    /** One reply for all; that there is nothing to answer is found of each alone, and signed for each. */
    private void answerMembersOf(Concern main, Reply reply) {
        if (reply.finding().mustBeSigned()) {
            releaseMembersOf(main);
            return;
        }
        for (var member : concerns.linkedTo(main.id())) {
            save(member.replyWithMain(reply, clockwork("reply-with-main"), clock.instant()));
        }
    }

    private void stopMembersOf(Concern main) {
        for (var member : concerns.linkedTo(main.id())) {
            stopWith(main, member);
        }
    }

    /** Where it can stand still with its main concern, it does. */
    void stopWith(Concern main, Concern member) {
        try {
            save(member.pauseWithMain(main, clockwork("pause-with-main"), clock.instant()));
        } catch (Refusal.Conflict runsOn) {
            return;
        }
    }

    private void resumeMembersOf(Concern main, Instant from) {
        for (var member : concerns.linkedTo(main.id())) {
            if (member.course().state().still().isPresent()) {
                save(member.resumeWithMain(from, clockwork("resume-with-main"), clock.instant()));
            }
        }
    }

    /** When the main concern goes away, those linked to it stand on their own again, where they were. */
    private void releaseMembersOf(Concern main) {
        for (var member : concerns.linkedTo(main.id())) {
            save(member.unlink("", clockwork("release"), clock.instant()));
        }
    }

    /** What the worker raised: as he wrote it, and as it was written down of his recordings. */
    String wordsOf(Concern concern) {
        var filing = concern.filing();
        var spoken = concern.course().transcripts().isEmpty()
                ? ""
                : "\n" + Spoken.in(timeline.of(concern.id()), Map.of(), _ -> "").text();
        return filing.title() + "\n" + filing.words() + spoken;
    }

    /** Everybody who has made a step on this concern. */
    List<PersonId> peopleOf(long concern) {
        return database.sql(
                        "select distinct by_person from concern.step where concern = :concern and by_person is not null")
                .param("concern", concern)
                .query((row, _) -> new PersonId(row.getLong("by_person")))
                .list();
    }

    static Party clockwork(String task) {
        return new Party(new Actor.Clockwork(task), Set.of(Standing.CLOCKWORK), false);
    }
}
