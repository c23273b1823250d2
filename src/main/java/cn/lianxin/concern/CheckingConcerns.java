package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.audit.Door;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 抽查: what was answered is looked at again by people outside of it; the line shows how it stands now. */
@Component
public class CheckingConcerns {

    private final Concerns concerns;
    private final Timeline timeline;
    private final Steps steps;
    private final Recusals recusals;
    private final Saying saying;
    private final Sendings sendings;
    private final ReadingTrail trail;
    private final Clock clock;

    CheckingConcerns(
            Concerns concerns,
            Timeline timeline,
            Steps steps,
            Recusals recusals,
            Saying saying,
            Sendings sendings,
            ReadingTrail trail,
            Clock clock) {
        this.concerns = concerns;
        this.timeline = timeline;
        this.steps = steps;
        this.recusals = recusals;
        this.saying = saying;
        this.sendings = sendings;
        this.trail = trail;
        this.clock = clock;
    }

    /** Asks the unit to show how it stands by this moment; false where it has moved on since its answer. */
    @Transactional
    public boolean askToShow(long key, Instant showBy) {
        var concern = concerns.get(key);
        try {
            steps.save(concern.askToShow(showBy, Steps.clockwork("spot-check"), clock.instant()));
            return true;
        } catch (Refusal.Conflict movedOn) {
            return false;
        }
    }

    @Transactional
    public void show(ConcernNumber number, String text, List<UUID> attachments, Actor by) {
        var met = concerns.get(number, by);
        var words = saying.mustBeSaid(text, attachments);
        var shown = met.move((concern, party) -> concern.show(words, attachments, party, clock.instant()));
        sendings.attach(met.concern().id(), attachments);
        steps.save(shown);
    }

    public boolean isLifeSafety(long key) {
        return concerns.get(key).lifeSafety();
    }

    /** Whether this person raised it, has had a hand in it or stays out of it. */
    public boolean hasTouched(long key, PersonId person) {
        var filing = concerns.get(key).filing();
        return filing.reporter().known().filter(person::equals).isPresent()
                || filing.clerk().filter(person::equals).isPresent()
                || steps.peopleOf(key).contains(person)
                || recusals.excludes(key, List.of(person));
    }

    /** What was asked for, how it was answered, and what the unit showed last after it was asked to. */
    @Transactional
    public CheckedConcern about(long key, int answer, Actor checker) {
        var concern = concerns.get(key);
        if (Protection.covers(concern.filing())) {
            trail.listed(List.of(concern.number().toString()), Door.CHECK, checker);
        }
        var all = timeline.of(key);
        var answers = all.stream()
                .map(Step::event)
                .filter(event -> ReadingConcerns.ANSWERS.contains(event.getClass()))
                .toList();
        return new CheckedConcern(
                concern.number(),
                concern.filing().title(),
                concern.filing().words(),
                answer > answers.size() ? "" : words(answers.get(answer - 1)),
                speaker(concern.filing()),
                all.reversed().stream()
                        .takeWhile(step -> !(step.event() instanceof ConcernEvent.AskedToShow))
                        .flatMap(step -> step.event() instanceof ConcernEvent.Shown shown
                                ? List.of(shown.text()).stream()
                                : List.<String>of().stream())
                        .findFirst());
    }

    /** Who may be asked: whoever spoke under his name, and did not report wrongdoing. */
    public Optional<PersonId> speakerOf(long key) {
        return speaker(concerns.get(key).filing());
    }

    private static Optional<PersonId> speaker(Filing filing) {
        return filing.reporter() instanceof Reporter.Named(var person) && !filing.restricted()
                ? Optional.of(person)
                : Optional.empty();
    }

    /** Whether the actor is the one who raised it. */
    @Transactional(readOnly = true)
    public boolean isSpeaker(ConcernNumber number, Actor actor) {
        return concerns.get(number, actor).party().is(Standing.SPEAKER);
    }

    private static String words(ConcernEvent answer) {
        return switch (answer) {
            case ConcernEvent.Replied e -> e.reply().opinion();
            case ConcernEvent.Declined e -> e.reason() + "\n" + e.whereToTurn();
            case ConcernEvent.Reviewed e -> e.opinion();
            default -> "";
        };
    }
}
