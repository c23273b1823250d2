package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.promise.Grade;
import cn.lianxin.promise.Matter;
import cn.lianxin.promise.Matters;
import cn.lianxin.promise.Responsibility;
import cn.lianxin.promise.Stage;
import cn.lianxin.promise.TimeLimits;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the person who speaks up does: raise, answer, say more, raise again, ask for a review, take it back. */
@Component
public class RaisingConcerns {

    /** Longest text of a concern and of what is said about it, in characters. */
    public static final int LONGEST_WORDS = 5_000;

    /** Files with one form. */
    public static final int MOST_ATTACHMENTS = 9;

    private final Concerns concerns;
    private final Sendings sendings;
    private final Saying saying;
    private final Numbers numbers;
    private final Steps steps;
    private final Reception reception;
    private final Naming naming;
    private final Recusals recusals;
    private final Recusing recusing;
    private final Directory directory;
    private final Matters matters;
    private final TimeLimits limits;
    private final Responsibility responsibility;
    private final Clock clock;

    RaisingConcerns(
            Concerns concerns,
            Sendings sendings,
            Saying saying,
            Numbers numbers,
            Steps steps,
            Reception reception,
            Naming naming,
            Recusals recusals,
            Recusing recusing,
            Directory directory,
            Matters matters,
            TimeLimits limits,
            Responsibility responsibility,
            Clock clock) {
        this.concerns = concerns;
        this.sendings = sendings;
        this.saying = saying;
        this.numbers = numbers;
        this.steps = steps;
        this.reception = reception;
        this.naming = naming;
        this.recusals = recusals;
        this.recusing = recusing;
        this.directory = directory;
        this.matters = matters;
        this.limits = limits;
        this.responsibility = responsibility;
        this.clock = clock;
    }

    /**
     * Files a concern once, however often the same form is sent.
     *
     * @param token of the form, unguessable; the receipt follows from it
     */
    @Transactional
    public Raised raise(NewConcern raised, String token, Actor by) {
        var receipt = Receipt.of(token);
        var place = numbers.nextPlace();
        var number = sendings.isFirst(token, place)
                ? file(raised, place, receipt, by)
                : sendings.numberOf(token).orElseThrow();
        return new Raised(number, receipt);
    }

    /** The words, cleaned, as {@link #raise} would take them with these files; refuses what it would refuse. */
    public String mustBeSaid(String words, List<UUID> files) {
        return saying.mustBeSaid(words, files);
    }

    /** What became of a form that was sent before; empty if it never was. */
    @Transactional(readOnly = true)
    public Optional<Raised> raisedWith(String token) {
        return sendings.numberOf(token).map(number -> new Raised(number, Receipt.of(token)));
    }

    private ConcernNumber file(NewConcern raised, long place, Receipt receipt, Actor by) {
        var words = saying.mustBeSaid(raised.words(), raised.attachments());
        var title = saying.titleOf(PlainText.line(raised.title()), words, raised.attachments());
        var matter = matters.get(raised.matter());
        var grade = matters.gradeOf(matter, title + words);
        var reporter = reporter(raised, by);
        var unit = unitOf(raised, reporter, by);
        var restricted = grade.restricted();
        var at = clock.instant();
        var about = naming.find(raised.about(), unit);
        // A hole in the table shows to whoever keeps it, and he may be one who is named.
        var first = about.isEmpty()
                ? receiver(matter, restricted, unit, reporter.known(), at)
                : reception.ownerFor(unit, restricted, reporter.known());
        var filing = new Filing(
                raised.kind(),
                raised.channel(),
                reporter,
                clerk(raised, by),
                title,
                words,
                PlainText.line(raised.place()),
                unit,
                first.unit(),
                restricted,
                at);
        var number = numbers.numberOf(place, at.atZone(TimeLimits.ZONE).getYear());
        var author = author(raised, by);
        var concern = filed(place, number, filing, matter, grade, first, raised, author);
        concerns.add(about.isEmpty() ? concern : filedAbout(about, concern, matter, grade, raised, author));
        sendings.remember(place, receipt, raised.attachments(), title + "\n" + words);
        steps.announce(place, 1);
        return number;
    }

    private Concern filed(
            long place,
            ConcernNumber number,
            Filing filing,
            Matter matter,
            Grade grade,
            Owner owner,
            NewConcern raised,
            Step.Author author) {
        var deadlines = limits.of(matter.code(), grade, filing.filedAt(), owner.unit());
        var event = new ConcernEvent.Filed(owner, matter.code(), grade, deadlines, raised.attachments());
        return Concern.filed(place, number, filing.withDesk(owner.unit()), event, author);
    }

    /** Nobody who is named has it for an instant. */
    private Concern filedAbout(
            Subjects about, Concern concern, Matter matter, Grade grade, NewConcern raised, Step.Author author) {
        recusals.name(concern.id(), about);
        var owner = recusing.settled(concern).course().owner();
        return RecusalMoves.filedAbout(
                filed(concern.id(), concern.number(), concern.filing(), matter, grade, owner, raised, author), about);
    }

    /** The desk; where the table of responsibility has a hole, its head, and the hole is written down. */
    private Owner receiver(Matter matter, boolean restricted, UnitId unit, Optional<PersonId> speaker, Instant at) {
        var day = LocalDate.ofInstant(at, TimeLimits.ZONE);
        if (restricted || responsibility.leadFor(matter.code(), unit, day).isPresent()) {
            return reception.ownerFor(unit, restricted, speaker);
        }
        responsibility.meetGap(matter.code(), unit, at);
        return reception.headFor(unit, speaker);
    }

    @Transactional
    public void say(ConcernNumber number, String text, List<UUID> attachments, Actor by) {
        var met = concerns.get(number, by);
        var words = saying.mustBeSaid(text, attachments);
        var said = met.move((concern, party) -> concern.say(words, attachments, party, clock.instant()));
        sendings.attach(met.concern().id(), attachments);
        steps.save(said);
    }

    @Transactional
    public void giveMore(ConcernNumber number, String text, List<UUID> attachments, Actor by) {
        var met = concerns.get(number, by);
        var given =
                met.concern().giveMore(saying.mustBeSaid(text, attachments), attachments, met.party(), clock.instant());
        sendings.attach(met.concern().id(), attachments);
        steps.save(given);
    }

    @Transactional
    public void raiseAgain(ConcernNumber number, String why, List<UUID> attachments, Actor by) {
        var met = concerns.get(number, by);
        var concern = met.concern();
        var at = clock.instant();
        var filing = concern.filing();
        var owner = recusing.receiverOf(concern);
        var deadlines = limits.of(concern.course().matter(), concern.course().grade(), at, owner.unit());
        var words = saying.mustBeSaid(why, attachments);
        var raised = concern.raiseAgain(words, attachments, owner, deadlines, met.party(), at);
        sendings.attach(concern.id(), attachments);
        steps.save(raised);
    }

    @Transactional
    public void askReview(ConcernNumber number, String why, List<UUID> attachments, Actor by) {
        var met = concerns.get(number, by);
        var concern = met.concern();
        var at = clock.instant();
        var others = new ArrayList<>(steps.peopleOf(concern.id()));
        others.addAll(recusals.excluded(concern.id()));
        var owner = reception
                .reviewerFor(concern.filing().desk(), others)
                .orElse(concern.course().owner());
        var stage = concern.course().state() instanceof ConcernState.Reviewed ? Stage.RE_REVIEW : Stage.REVIEW;
        var decideBy = limits.after(
                        stage, concern.course().matter(), concern.course().grade(), at)
                .orElseThrow(() -> new Refusal.Conflict("no-rule-for-it"));
        var words = saying.mustBeSaid(why, attachments);
        var asked = concern.askReview(words, attachments, owner, decideBy, met.party(), at);
        sendings.attach(concern.id(), attachments);
        steps.save(asked);
    }

    @Transactional
    public void withdraw(ConcernNumber number, String reason, Actor by) {
        var met = concerns.get(number, by);
        var at = clock.instant();
        var lookBy = Endings.lookBy(met.concern(), limits, at);
        steps.save(met.concern().withdraw(PlainText.block(reason), lookBy, met.party(), at));
    }

    private static Reporter reporter(NewConcern raised, Actor by) {
        var speaker = raised.onBehalfOf().or(() -> personOf(raised, by));
        return switch (raised.mode()) {
            case ANONYMOUS -> new Reporter.Anonymous();
            case NAMED -> new Reporter.Named(mustBeKnown(speaker));
            case CONFIDENTIAL -> new Reporter.Confidential(mustBeKnown(speaker));
        };
    }

    /** A clerk who writes down what an unnamed person said is not the person who speaks. */
    private static Optional<PersonId> personOf(NewConcern raised, Actor by) {
        return raised.channel().withoutClerk() && by instanceof Actor.Member member
                ? Optional.of(member.person())
                : Optional.empty();
    }

    private static PersonId mustBeKnown(Optional<PersonId> speaker) {
        return speaker.orElseThrow(() -> new Refusal.Violation("mode", "sign-in-to-give-your-name"));
    }

    private static Optional<PersonId> clerk(NewConcern raised, Actor by) {
        if (raised.channel().withoutClerk() && raised.onBehalfOf().isEmpty()) {
            return Optional.empty();
        }
        if (by instanceof Actor.Member member && member.is(Role.DESK_OFFICER)) {
            return Optional.of(member.person());
        }
        throw new Refusal.NotAllowed("not-yours");
    }

    private static Step.Author author(NewConcern raised, Actor by) {
        return clerk(raised, by).<Step.Author>map(Step.Author.Person::new).orElseGet(Step.Author.Speaker::new);
    }

    private UnitId unitOf(NewConcern raised, Reporter reporter, Actor by) {
        return raised.unit()
                .or(() -> reporter.known()
                        .flatMap(person -> directory.person(person).unit()))
                .or(() -> unitOf(by))
                .orElseThrow(() -> new Refusal.Violation("unit", "unit-required"));
    }

    private Optional<UnitId> unitOf(Actor by) {
        return by instanceof Actor.Member member
                ? directory.person(member.person()).unit()
                : Optional.empty();
    }
}
