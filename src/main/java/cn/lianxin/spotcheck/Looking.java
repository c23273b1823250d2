package cn.lianxin.spotcheck;

import cn.lianxin.concern.CheckedConcern;
import cn.lianxin.concern.CheckingConcerns;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.verdict.Verdict;
import cn.lianxin.verdict.VerdictsToCheck;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Supervisors outside the line say what they found; the worker's verdict is shown to them only afterwards. */
@Component
class Looking {

    private final Groups groups;
    private final OutsideTheLine outside;
    private final CheckingConcerns concerns;
    private final VerdictsToCheck verdicts;
    private final Inbox inbox;
    private final Clock clock;

    Looking(
            Groups groups,
            OutsideTheLine outside,
            CheckingConcerns concerns,
            VerdictsToCheck verdicts,
            Inbox inbox,
            Clock clock) {
        this.groups = groups;
        this.outside = outside;
        this.concerns = concerns;
        this.verdicts = verdicts;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Look> openTo(Actor.Member reviewer) {
        return groups.waiting().stream().filter(look -> isFor(look, reviewer)).toList();
    }

    @Transactional(readOnly = true)
    public Look find(long id, Actor.Member reviewer) {
        return groups.find(id).filter(look -> isFor(look, reviewer)).orElseThrow(Refusal.NotFound::new);
    }

    CheckedConcern about(Look look, Actor.Member reviewer) {
        return concerns.about(look.answer().concern(), look.answer().ordinal(), reviewer);
    }

    /** Empty until he has written down what he found himself. */
    Optional<Verdict> verdictBeside(Look look) {
        return look.finding().flatMap(_ -> verdicts.of(look.answer()));
    }

    /** Changes neither the concern nor the verdict; only the worker and the reviewers read it. */
    @Transactional
    public void found(long id, Look.Finding finding, String reason, Actor.Member reviewer) {
        var look = find(id, reviewer);
        var words = PlainText.block(reason);
        if (words.isBlank()) {
            throw new Refusal.Violation("reason", "required");
        }
        if (!groups.found(id, finding, words, reviewer.person(), clock.instant())) {
            throw new Refusal.Conflict("found-already");
        }
        concerns.speakerOf(look.answer().concern())
                .ifPresent(speaker -> inbox.deliver(new Notification(
                        speaker,
                        "notice.spotcheck.recorded",
                        List.of(look.number()),
                        "/concerns/" + look.number() + "/spot-check",
                        "spotcheck:look:" + id,
                        Notification.Topic.RAISED,
                        Notification.Reach.AS_CHOSEN)));
    }

    private boolean isFor(Look look, Actor.Member reviewer) {
        return outside.maySupervise(reviewer, look.unit())
                && !concerns.hasTouched(look.answer().concern(), reviewer.person());
    }
}
