package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.calendar.WorkingCalendar;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.promise.Grade;
import cn.lianxin.promise.Matters;
import cn.lianxin.promise.Stage;
import cn.lianxin.promise.TimeLimits;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the desk and the units do: accept, assign, take up, hand back, ask, extend, reply, link and split. */
@Component
public class HandlingConcerns {

    private final Concerns concerns;
    private final Sendings sendings;
    private final Numbers numbers;
    private final Steps steps;
    private final Reviewers reviewers;
    private final Recusals recusals;
    private final ClosedUnits closed;
    private final Directory directory;
    private final Matters matters;
    private final TimeLimits limits;
    private final WorkingCalendar calendar;
    private final Clock clock;

    HandlingConcerns(
            Concerns concerns,
            Sendings sendings,
            Numbers numbers,
            Steps steps,
            Reviewers reviewers,
            Recusals recusals,
            ClosedUnits closed,
            Directory directory,
            Matters matters,
            TimeLimits limits,
            WorkingCalendar calendar,
            Clock clock) {
        this.concerns = concerns;
        this.sendings = sendings;
        this.numbers = numbers;
        this.steps = steps;
        this.reviewers = reviewers;
        this.recusals = recusals;
        this.closed = closed;
        this.directory = directory;
        this.matters = matters;
        this.limits = limits;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Transactional
    public void accept(ConcernNumber number, Actor by) {
        move(number, by, Concern::accept);
    }

    /** Accepts what its words speak of as a danger and the classification did not. */
    @Transactional
    public void acceptAsUrgent(ConcernNumber number, Actor by) {
        makeUrgent(number, by);
        accept(number, by);
    }

    /** Accepts and gives it to a unit in one go, as a desk does with what is plain; a matter may be corrected with it. */
    @Transactional
    public void acceptAndAssign(
            ConcernNumber number, String matter, UnitId lead, Set<UnitId> assisting, String word, Actor by) {
        if (!concerns.get(number, by).concern().course().matter().equals(matter)) {
            reclassify(number, matter, by);
        }
        accept(number, by);
        assign(number, lead, assisting, word, by);
    }

    /** The same of what its words speak of as a danger and the classification did not. */
    @Transactional
    public void acceptAndAssignAsUrgent(
            ConcernNumber number, String matter, UnitId lead, Set<UnitId> assisting, String word, Actor by) {
        if (!concerns.get(number, by).concern().course().matter().equals(matter)) {
            reclassify(number, matter, by);
        }
        acceptAsUrgent(number, by);
        assign(number, lead, assisting, word, by);
    }

    @Transactional
    public void decline(ConcernNumber number, String reason, String whereToTurn, Actor by) {
        move(number, by, (concern, party) -> {
            var at = clock.instant();
            var lookBy = Endings.lookBy(concern, limits, at);
            return concern.decline(PlainText.block(reason), PlainText.block(whereToTurn), lookBy, party, at);
        });
    }

    private void makeUrgent(ConcernNumber number, Actor by) {
        move(number, by, (concern, party) -> {
            var course = concern.course();
            var grade = course.grade().stricter(Grade.U1);
            if (grade == course.grade()) {
                return concern;
            }
            var rule = limits.of(
                    course.matter(),
                    grade,
                    concern.filing().filedAt(),
                    concern.filing().desk());
            return concern.reclassify(course.matter(), grade, rule, party, clock.instant());
        });
    }

    /** Corrects the matter; the grade becomes the matter's own or stays as strict as it was. */
    @Transactional
    public void reclassify(ConcernNumber number, String matterCode, Actor by) {
        var matter = matters.get(matterCode);
        move(number, by, (concern, party) -> {
            var grade = matters.gradeOf(matter, steps.wordsOf(concern));
            if (grade.restricted() != concern.filing().restricted()) {
                throw new Refusal.Violation("matter", "matter-changes-circle");
            }
            var rule = limits.of(
                    matter.code(),
                    grade,
                    concern.filing().filedAt(),
                    concern.filing().desk());
            return concern.reclassify(matter.code(), grade, rule, party, clock.instant());
        });
    }

    @Transactional
    public void assign(ConcernNumber number, UnitId lead, Set<UnitId> assisting, String word, Actor by) {
        move(number, by, (concern, party) -> {
            mustBeBelowDesk(concern, lead, assisting);
            var assignment = assignment(concern, lead, assisting, false);
            return concern.assign(assignment, PlainText.block(word), party, clock.instant());
        });
    }

    @Transactional
    public void acknowledge(ConcernNumber number, String word, Actor by) {
        move(number, by, (concern, party) -> concern.acknowledge(PlainText.block(word), party, clock.instant()));
    }

    @Transactional
    public void handBack(ConcernNumber number, String reason, Actor by) {
        move(number, by, (concern, party) -> concern.handBack(PlainText.block(reason), party, clock.instant()));
    }

    @Transactional
    public void decideHandBack(ConcernNumber number, boolean granted, String word, Actor by) {
        var text = PlainText.block(word);
        move(
                number,
                by,
                (concern, party) -> granted
                        ? concern.grantHandBack(text, party, clock.instant())
                        : concern.refuseHandBack(text, party, clock.instant()));
    }

    @Transactional
    public void arbitrate(ConcernNumber number, UnitId lead, Set<UnitId> assisting, String word, Actor by) {
        move(number, by, (concern, party) -> {
            mustBeBelowDesk(concern, lead, assisting);
            var assignment = assignment(concern, lead, assisting, true);
            return concern.arbitrate(assignment, PlainText.block(word), party, clock.instant());
        });
    }

    @Transactional
    public void note(ConcernNumber number, String text, Actor by) {
        move(number, by, (concern, party) -> concern.note(PlainText.block(text), party, clock.instant()));
    }

    @Transactional
    public void askForMore(ConcernNumber number, String question, Actor by) {
        move(number, by, (concern, party) -> concern.askForMore(PlainText.block(question), party, clock.instant()));
    }

    @Transactional
    public void goOn(ConcernNumber number, String word, Actor by) {
        move(number, by, (concern, party) -> concern.goOn(PlainText.block(word), party, clock.instant()));
    }

    /** @param until the last day of the longer promise, at the close of work */
    @Transactional
    public void askExtension(ConcernNumber number, LocalDate until, String reason, Actor by) {
        var end = calendar.closingOf(until);
        move(number, by, (concern, party) -> {
            var course = concern.course();
            var at = clock.instant();
            var promised = course.deadlines().replyBy();
            var latest = limits.latestExtension(course.matter(), course.grade(), promised, at)
                    .orElse(promised);
            return concern.askExtension(end, latest, PlainText.block(reason), party, at);
        });
    }

    @Transactional
    public void decideExtension(ConcernNumber number, boolean granted, String word, Actor by) {
        var text = PlainText.block(word);
        move(
                number,
                by,
                (concern, party) -> granted
                        ? concern.grantExtension(text, party, clock.instant())
                        : concern.refuseExtension(text, party, clock.instant()));
    }

    @Transactional
    public void reply(ConcernNumber number, Reply reply, Actor by) {
        var clean = new Reply(
                PlainText.block(reply.request()),
                PlainText.block(reply.facts()),
                PlainText.block(reply.opinion()),
                PlainText.block(reply.basis()),
                reply.outcome(),
                reply.finding(),
                reply.amount());
        move(number, by, (concern, party) -> {
            var needsApproval = matters.get(concern.course().matter()).needsApproval();
            var replied = concern.reply(clean, needsApproval, party, clock.instant());
            if (clean.finding().mustBeSigned()) {
                reviewers.mustBeSomeFor(concern, party.person());
            }
            return replied;
        });
    }

    @Transactional
    public void decideReply(ConcernNumber number, boolean approved, String word, Actor by) {
        move(
                number,
                by,
                (concern, party) -> approved
                        ? concern.approveReply(PlainText.block(word), party, clock.instant())
                        : concern.returnReply(PlainText.block(word), party, clock.instant()));
    }

    @Transactional
    public void conclude(ConcernNumber number, Actor by) {
        move(number, by, Concern::conclude);
    }

    @Transactional
    public void link(ConcernNumber number, ConcernNumber mainNumber, String reason, Actor by) {
        var main = concerns.get(mainNumber, by).concern();
        var met = concerns.get(number, by);
        if (recusals.any(main.id()) || recusals.any(met.concern().id())) {
            throw RecusalMoves.notLinked();
        }
        if (!concerns.linkedTo(met.concern().id()).isEmpty()) {
            throw new Refusal.Violation("main", "link-to-a-main-concern");
        }
        var linked = met.concern().link(main, PlainText.block(reason), met.party(), clock.instant());
        steps.save(linked);
        steps.save(concerns.get(linked.id()).follow(main, Steps.clockwork("follow"), clock.instant()));
        steps.stopWith(main, concerns.get(linked.id()));
    }

    @Transactional
    public void unlink(ConcernNumber number, String reason, Actor by) {
        move(number, by, (concern, party) -> concern.unlink(PlainText.block(reason), party, clock.instant()));
    }

    /** Takes one of several matters out of a concern; the part has its own number and the receipts of the whole. */
    @Transactional
    public ConcernNumber split(ConcernNumber number, String title, String words, String matterCode, Actor by) {
        var met = concerns.get(number, by);
        var whole = met.concern();
        var text = PlainText.block(words);
        if (text.isBlank()) {
            throw new Refusal.Violation("words", "words-required");
        }
        var matter = matters.get(matterCode);
        var grade = matters.gradeOf(matter, title + text);
        var filing = whole.filing();
        if (grade.restricted() != filing.restricted()) {
            throw new Refusal.Violation("matter", "matter-changes-circle");
        }
        var at = clock.instant();
        var place = numbers.nextPlace();
        var partNumber = numbers.numberOf(place, at.atZone(TimeLimits.ZONE).getYear());
        var partFiling = new Filing(
                filing.kind(),
                filing.channel(),
                filing.reporter(),
                filing.clerk(),
                PlainText.line(title).isBlank() ? filing.title() : PlainText.line(title),
                text,
                filing.place(),
                filing.unit(),
                filing.desk(),
                filing.restricted(),
                filing.filedAt());
        steps.save(whole.splitOff(place, partNumber, "", met.party(), at));
        var filed = new ConcernEvent.Filed(
                whole.course().owner(),
                matter.code(),
                grade,
                limits.of(matter.code(), grade, filing.filedAt(), filing.desk()),
                java.util.List.of());
        recusals.copy(whole.id(), place);
        concerns.add(Concern.filed(
                place,
                partNumber,
                partFiling,
                filed,
                new Step.Author.Person(met.party().person(), met.party().inPlaceOf())));
        sendings.rememberPart(place, whole.id(), title + "\n" + text);
        steps.announce(place, 1);
        return partNumber;
    }

    /** Without a rule that lets it be handed back, it may not be. */
    private Assignment assignment(Concern concern, UnitId lead, Set<UnitId> assisting, boolean arbitrated) {
        var at = clock.instant();
        var course = concern.course();
        var handBackBy = limits.after(Stage.HAND_BACK, course.matter(), course.grade(), at)
                .orElse(at);
        var others = new java.util.HashSet<>(assisting);
        others.remove(lead);
        return new Assignment(lead, others, handBackBy, arbitrated);
    }

    /** A concern stays in the house that received it: the lead unit lies below the desk's unit, or on the line above. */
    private void mustBeBelowDesk(Concern concern, UnitId lead, Set<UnitId> assisting) {
        var house = directory.upwards(concern.filing().desk()).getLast();
        var units = new java.util.HashSet<>(assisting);
        units.add(lead);
        for (var unit : units) {
            if (!directory.covers(house, unit)) {
                throw new Refusal.Violation("lead", "unit-unknown");
            }
            if (closed.keepOut(concern.id(), unit)) {
                throw new Refusal.Violation("lead", "unit-stays-out");
            }
        }
    }

    private interface TimedMove {
        Concern apply(Concern concern, Party party, Instant at);
    }

    private void move(ConcernNumber number, Actor by, TimedMove move) {
        move(number, by, (concern, party) -> move.apply(concern, party, clock.instant()));
    }

    private void move(ConcernNumber number, Actor by, BiFunction<Concern, Party, Concern> move) {
        steps.save(concerns.get(number, by).move(move));
    }
}
