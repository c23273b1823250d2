package cn.lianxin.demo;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.ConcernsInTime;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.Raised;
import cn.lianxin.concern.Reporter;
import cn.lianxin.kernel.Actor;
import cn.lianxin.verdict.GivingVerdicts;
import cn.lianxin.verdict.VerdictsInTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Plays stories through the real activities, with the clock set to the time of each scene. Not for two threads at once. */
final class Stage {

    private final Company company;
    private final SetClock clock = new SetClock();
    private final ConcernsInTime.Activities activities;
    private final GivingVerdicts verdicts;
    private final Messages messages;

    private final Map<Integer, ConcernNumber> numbers = new HashMap<>();
    private final Map<Integer, Actor> speakers = new HashMap<>();

    Stage(Company company, ConcernsInTime concerns, VerdictsInTime verdicts, Messages messages) {
        this.messages = messages;
        this.company = company;
        this.activities = concerns.on(clock);
        this.verdicts = verdicts.on(clock);
    }

    /**
     * Plays the whole story, within the caller's transaction.
     *
     * @param token of the first concern; what was raised with it before is not raised again
     */
    void play(Story story, String token) {
        if (activities.raising().raisedWith(token + ":0").isPresent()) {
            return;
        }
        numbers.clear();
        speakers.clear();
        for (var scene : story.scenes()) {
            clock.set(scene.at());
            if (scene.deed() instanceof Deed.Raise raise) {
                raise(raise, scene.concern(), token + ":" + scene.concern());
            } else {
                play(scene.deed(), number(scene.concern()), Objects.requireNonNull(speakers.get(scene.concern())));
            }
            messages.tellOf(scene, story, number(scene.concern()));
        }
    }

    private void raise(Deed.Raise raise, int concern, String token) {
        var anonymous = raise.mode() == Reporter.Mode.ANONYMOUS;
        var speaker = company.member(raise.speaker());
        var by = raise.clerk().<Actor>map(company::member).orElse(anonymous ? new Actor.Visitor() : speaker);
        var raised = activities.raising().raise(concern(raise, anonymous, speaker), token, by);
        numbers.put(concern, raised.number());
        speakers.put(concern, anonymous ? holder(raised) : speaker);
    }

    private NewConcern concern(Deed.Raise raise, boolean anonymous, Actor.Member speaker) {
        return new NewConcern(
                raise.kind(),
                raise.matter(),
                raise.title(),
                raise.words(),
                raise.place(),
                raise.mode(),
                Optional.of(company.unit(raise.unit())),
                raise.clerk().filter(_ -> !anonymous).map(_ -> speaker.person()),
                raise.channel(),
                List.of());
    }

    private static Actor holder(Raised raised) {
        return new Actor.ReceiptHolder(raised.receipt().digest());
    }

    private void play(Deed deed, ConcernNumber number, Actor speaker) {
        var raising = activities.raising();
        var handling = activities.handling();
        var reviewing = activities.reviewing();
        switch (deed) {
            case Deed.Raise _ -> throw new IllegalStateException("raised already");
            case Deed.Accept it -> handling.accept(number, member(it.by()));
            case Deed.Decline it -> handling.decline(number, it.reason(), it.whereToTurn(), member(it.by()));
            case Deed.Assign it ->
                handling.assign(number, company.unit(it.lead()), units(it.assisting()), it.word(), member(it.by()));
            case Deed.Acknowledge it -> handling.acknowledge(number, it.word(), member(it.by()));
            case Deed.HandBack it -> handling.handBack(number, it.reason(), member(it.by()));
            case Deed.DecideHandBack it -> handling.decideHandBack(number, it.granted(), it.word(), member(it.by()));
            case Deed.Arbitrate it ->
                handling.arbitrate(number, company.unit(it.lead()), Set.of(), it.word(), member(it.by()));
            case Deed.Ask it -> handling.askForMore(number, it.question(), member(it.by()));
            case Deed.GoOn it -> handling.goOn(number, it.word(), member(it.by()));
            case Deed.OfficeSays it -> raising.say(number, it.text(), List.of(), member(it.by()));
            case Deed.NoteDown it -> handling.note(number, it.text(), member(it.by()));
            case Deed.AskExtension it -> handling.askExtension(number, it.until(), it.reason(), member(it.by()));
            case Deed.DecideExtension it -> handling.decideExtension(number, it.granted(), it.word(), member(it.by()));
            case Deed.Answer it -> handling.reply(number, it.reply(), member(it.by()));
            case Deed.DecideAnswer it -> handling.decideReply(number, it.approved(), it.word(), member(it.by()));
            case Deed.TakeReview it -> reviewing.take(number, member(it.by()));
            case Deed.DecideReview it -> reviewing.decide(number, it.outcome(), it.opinion(), member(it.by()));
            case Deed.Link it -> handling.link(number, number(it.main()), it.reason(), member(it.by()));
            case Deed.Unlink it -> handling.unlink(number, it.reason(), member(it.by()));
            case Deed.Split it -> {
                numbers.put(it.part(), handling.split(number, it.title(), it.words(), it.matter(), member(it.by())));
                speakers.put(it.part(), speaker);
            }
            case Deed.SpeakerSays it -> raising.say(number, it.text(), List.of(), speaker);
            case Deed.GiveMore it -> raising.giveMore(number, it.text(), List.of(), speaker);
            case Deed.RaiseAgain it -> raising.raiseAgain(number, it.why(), List.of(), speaker);
            case Deed.AskReview it -> raising.askReview(number, it.why(), List.of(), speaker);
            case Deed.Withdraw it -> raising.withdraw(number, it.reason(), speaker);
            case Deed.DecideEnding it -> reviewing.decideEnding(number, it.stands(), it.reason(), member(it.by()));
            case Deed.Judge it -> verdicts.give(number, it.verdict(), speaker);
            case Deed.WindowPasses _ -> activities.concluding().concludeWhatIsOver();
        }
    }

    private ConcernNumber number(int concern) {
        return Objects.requireNonNull(numbers.get(concern));
    }

    private Actor member(String staffNumber) {
        return company.member(staffNumber);
    }

    private Set<cn.lianxin.kernel.UnitId> units(Set<String> codes) {
        return codes.stream().map(company::unit).collect(Collectors.toSet());
    }
}
