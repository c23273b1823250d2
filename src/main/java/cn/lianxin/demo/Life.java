package cn.lianxin.demo;

import cn.lianxin.concern.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes down the life of one concern, deed by deed; each takes place some time after the one before. */
final class Life {

    private static final int LATE = 9;

    private final Setting in;
    private final Cast cast;
    private final Dice dice;
    private final int concern;
    private final List<Scene> scenes = new ArrayList<>();
    private Instant now;
    private boolean inSecondRound;
    private String reasonForReview = "";

    Life(Setting in, int concern, Instant begins) {
        this.in = in;
        this.cast = in.cast();
        this.dice = in.dice();
        this.concern = concern;
        this.now = begins;
    }

    List<Scene> scenes() {
        return scenes;
    }

    Instant now() {
        return now;
    }

    Instant begun() {
        return scenes.getFirst().at();
    }

    Life waitUntil(Instant then) {
        now = now.isAfter(then) ? now : then;
        return this;
    }

    Life raised() {
        return raisedSaying(in.script().words());
    }

    Life raisedSaying(String words) {
        return add(in.raise(words));
    }

    Life accepted() {
        return soon(3).add(new Deed.Accept(in.desk()));
    }

    Life declined() {
        var reason = in.declineReason();
        return soon(5).add(new Deed.Decline(in.desk(), reason, in.pairs().whereToTurnAfter(reason)));
    }

    Life assigned() {
        var helping = dice.percent(20) ? Set.of(cast.wrongLeads().getFirst().code()) : Set.<String>of();
        soon(1).add(new Deed.Assign(in.desk(), cast.lead().code(), helping, ""));
        return dice.percent(8) ? soon(2).officeSays(in.desk()) : this;
    }

    Life assignedWrongly(UnitPlan lead) {
        return soon(1).add(new Deed.Assign(in.desk(), lead.code(), Set.of(), ""));
    }

    Life handedBack(String by) {
        return soon(9).add(new Deed.HandBack(by, in.handBackReason()));
    }

    Life handBackDecided(boolean granted) {
        return soon(4).add(new Deed.DecideHandBack(in.desk(), granted, granted ? "情况属实，收回另派。" : "责任划分写得明白，还由你们办，别再推。"));
    }

    Life arbitrated() {
        return soon(8).add(new Deed.Arbitrate(in.arbiter(), cast.lead().code(), in.arbitrationReason()));
    }

    Life acknowledged() {
        return soon(3).add(new Deed.Acknowledge(
                in.handler(), in.phrase("acknowledge_word").orElse("")));
    }

    Life talked() {
        if (!in.script().ask().isEmpty() && dice.percent(75) && !inSecondRound) {
            asked();
            if (dice.percent(90)) {
                now = in.pace().worker(now, cast.urgent() ? 0 : dice.between(0, 2));
                add(new Deed.GiveMore(in.slots()
                        .fill(
                                in.script().more().isEmpty()
                                        ? "知道了，我找找。"
                                        : in.script().more())));
            } else {
                soon(20).add(new Deed.GoOn(in.handler(), "等了两天没等到回话，先按手上的材料办。"));
            }
        }
        if (dice.percent(35)) {
            soon(6).add(new Deed.NoteDown(in.handler(), in.phrase("note").orElse("已联系本人。")));
        }
        if (dice.percent(28)) {
            soon(8).officeSays(in.handler());
        }
        return this;
    }

    Life asked() {
        return soon(5).add(new Deed.Ask(in.handler(), in.question()));
    }

    Life extensionAsked(LocalDate until) {
        return soon(4).add(new Deed.AskExtension(
                in.handler(), until, in.phrase("extension_reason").orElse("要等上级部门的书面意见，最快下周才能回来。")));
    }

    /** Five of six are granted. */
    Life extensionDecided() {
        var granted = dice.percent(84);
        return soon(5).add(new Deed.DecideExtension(in.leader(), granted, granted ? "同意，跟职工说清楚为啥。" : "这个理由不充分，抓紧办。"));
    }

    /** Finds out, and answers; where the matter demands it, the leader approves or sends back once. */
    Life answered() {
        found();
        if (cast.matter().needsApproval()) {
            if (dice.percent(8)) {
                soon(6).add(new Deed.DecideAnswer(in.leader(), false, "话没说透，把依据和哪天办完写清楚再报。"));
                soon(8).add(new Deed.Answer(in.handler(), in.judgement().reply(inSecondRound)));
            }
            soon(7).add(new Deed.DecideAnswer(in.leader(), true, ""));
        }
        return this;
    }

    /** The handler has found out and writes his reply. */
    Life found() {
        var late = dice.percent(LATE) ? 2 : 1;
        now = in.pace().findsOut(now, cast.grade(), late);
        return add(new Deed.Answer(in.handler(), in.judgement().reply(inSecondRound)));
    }

    Life raisedAgain() {
        now = in.pace().worker(now, dice.between(2, 16));
        add(new Deed.RaiseAgain(
                in.script().againText().isEmpty()
                        ? in.reviewReason()
                        : in.slots().fill(in.script().againText())));
        inSecondRound = true;
        return this;
    }

    Life reviewAsked() {
        now = in.pace().worker(now, dice.between(2, 20));
        reasonForReview = in.reviewReason();
        return add(new Deed.AskReview(reasonForReview));
    }

    Life reviewTaken(int reviewer) {
        now = in.pace().office(now, dice.between(4, 24));
        return add(new Deed.TakeReview(in.reviewer(reviewer)));
    }

    Life reviewDecided(int reviewer) {
        var finding = in.pairs().findingOn(reasonForReview);
        now = in.pace().office(now, dice.between(20, 110));
        return add(new Deed.DecideReview(in.reviewer(reviewer), Pairs.outcomeOf(finding), finding));
    }

    /** Taken up by the unit and answered. */
    Life handled() {
        return acknowledged().talked().answered();
    }

    /** Judged or not, and left to rest. */
    Life closed() {
        return judged().windowPassed();
    }

    /** The handler finds nothing to answer, and somebody outside signs it. */
    Life foundNothing(Reply.Finding finding) {
        now = in.pace().findsOut(now, cast.grade(), 1);
        var why = in.any(finding == Reply.Finding.UNREASONABLE ? "unreasonable_facts" : "unverifiable_facts");
        return add(new Deed.Answer(in.handler(), in.judgement().nothingToAnswer(finding, why)));
    }

    Life signed() {
        return soon(12).add(new Deed.DecideAnswer(in.reviewer(0), true, in.any("signing_word")));
    }

    Life endingDecided(boolean stands, String use) {
        now = in.pace().office(now, dice.between(10, 40));
        return add(new Deed.DecideEnding(in.reviewer(0), stands, in.any(use)));
    }

    Life withdrawn() {
        now = in.pace().worker(now, dice.between(1, 4));
        return add(new Deed.Withdraw(in.phrase("withdraw_reason").orElse("")));
    }

    Life linkedTo(int main) {
        return soon(3).add(
                        new Deed.Link(in.desk(), main, in.phrase("link_reason").orElse("说的是同一件事，一块查一块答复，口径才一样。")));
    }

    Life unlinked() {
        return soon(4).add(new Deed.Unlink(in.desk(), "细看不是一回事，各办各的，日子都从收到那天算。"));
    }

    Life splitOff(int part, Script other, Slots others) {
        return soon(3).add(new Deed.Split(
                in.desk(), part, others.fill(other.title()), others.fill(other.words()), other.matter()));
    }

    /** Six of ten judge the answer that they got, some days later. */
    Life judged() {
        var contented = in.script().reply().outcome() == Reply.Outcome.SUPPORT ? 78 : 55;
        return dice.percent(54) ? judged(in.pace().worker(now, dice.between(0, 5)), dice.percent(contented)) : this;
    }

    /** Who is about to raise it again says first that it is not solved. */
    Life judgedBadly() {
        return dice.percent(75) ? judged(in.pace().atOnce(now, 30, 90), false) : this;
    }

    private Life judged(Instant at, boolean good) {
        scenes.add(new Scene(at, concern, new Deed.Judge(in.judgement().verdict(good))));
        return this;
    }

    Life windowPassed() {
        now = now.plus(Duration.ofDays(30)).plusSeconds(dice.between(5, 590));
        return add(new Deed.WindowPasses());
    }

    private Life officeSays(String by) {
        in.phrase("talk_office").ifPresent(text -> add(new Deed.OfficeSays(by, text)));
        if (dice.percent(65)) {
            now = cast.urgent() ? in.pace().atOnce(now, 5, 60) : in.pace().worker(now, 0);
            in.phrase("talk_worker").ifPresent(text -> add(new Deed.SpeakerSays(text)));
        }
        return this;
    }

    /** Urgent: at once. */
    private Life soon(int hours) {
        now = cast.urgent() ? in.pace().atOnce(now, 3, 22) : in.pace().office(now, dice.between(1, Math.max(1, hours)));
        return this;
    }

    Life add(Deed deed) {
        scenes.add(new Scene(now, concern, deed));
        return this;
    }
}
