package cn.lianxin.demo;

import cn.lianxin.concern.Reply;
import cn.lianxin.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes down the life of one concern, deed by deed; each takes place some time after the one before. */
final class Life {

    private static final int LATE = 9;

    private final Cast cast;
    private final Script script;
    private final Slots slots;
    private final Wording wording;
    private final Pairs pairs;
    private final Pace pace;
    private final Dice dice;
    private final int concern;
    private final List<Scene> scenes = new ArrayList<>();
    private Instant now;
    private boolean inSecondRound;
    private String reasonForReview = "";

    Life(Cast cast, Script script, Slots slots, Wording wording, Pace pace, Dice dice, int concern, Instant begins) {
        this.cast = cast;
        this.script = script;
        this.slots = slots;
        this.wording = wording;
        this.pairs = new Pairs(wording);
        this.pace = pace;
        this.dice = dice;
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
        return raisedSaying(script.words());
    }

    Life raisedSaying(String words) {
        return add(new Deed.Raise(
                script.kind(),
                cast.matter().code(),
                slots.fill(script.title()),
                slots.fill(words),
                slots.place(),
                cast.mode(),
                cast.channel(),
                cast.speaker().unit(),
                cast.speaker().staffNumber(),
                cast.atTheKeyboard() ? Optional.empty() : Optional.of(desk())));
    }

    Life accepted() {
        return soon(3).add(new Deed.Accept(desk()));
    }

    Life declined() {
        var reason = phrase("decline_reason").orElseGet(() -> wording.with("decline_reason", "已经答复过您"));
        return soon(5).add(new Deed.Decline(desk(), reason, pairs.whereToTurnAfter(reason)));
    }

    Life assigned() {
        var helping = dice.percent(20) ? Set.of(cast.wrongLeads().getFirst().code()) : Set.<String>of();
        soon(1).add(new Deed.Assign(desk(), cast.lead().code(), helping, ""));
        return dice.percent(8) ? soon(2).officeSays(desk()) : this;
    }

    Life assignedWrongly(UnitPlan lead) {
        return soon(1).add(new Deed.Assign(desk(), lead.code(), Set.of(), ""));
    }

    Life handedBack(String by) {
        return soon(9).add(new Deed.HandBack(
                by,
                phrase("hand_back_reason")
                        .orElseGet(() -> dice.any(
                                "这件事不归我们管，责任划分上写的是别的单位。", "底子不在我们这儿，查不了也改不了，请派给管这项业务的科室。", "我们只是配合单位，主办应当是别家。"))));
    }

    Life handBackDecided(boolean granted) {
        return soon(4).add(new Deed.DecideHandBack(desk(), granted, granted ? "情况属实，收回另派。" : "责任划分写得明白，还由你们办，别再推。"));
    }

    Life arbitrated() {
        return soon(8).add(new Deed.Arbitrate(
                cast.arbiter().staffNumber(),
                cast.lead().code(),
                phrase("arbitration_reason")
                        .orElse("两家都退过一次了，职工只认一个人。就由" + cast.lead().shortName() + "办，别家配合。")));
    }

    Life acknowledged() {
        return soon(3).add(new Deed.Acknowledge(
                handler(), phrase("acknowledge_word").orElse("")));
    }

    Life talked() {
        if (!script.ask().isEmpty() && dice.percent(75) && !inSecondRound) {
            asked();
            if (dice.percent(90)) {
                now = pace.worker(now, cast.urgent() ? 0 : dice.between(0, 2));
                add(new Deed.GiveMore(slots.fill(script.more().isEmpty() ? "知道了，我找找。" : script.more())));
            } else {
                soon(20).add(new Deed.GoOn(handler(), "等了两天没等到回话，先按手上的材料办。"));
            }
        }
        if (dice.percent(35)) {
            soon(6).add(new Deed.NoteDown(handler(), phrase("note").orElse("已联系本人。")));
        }
        if (dice.percent(28)) {
            soon(8).officeSays(handler());
        }
        return this;
    }

    Life asked() {
        return soon(5).add(new Deed.Ask(
                handler(), slots.fill(script.ask().isEmpty() ? "您说的是哪一天的事？在场的还有谁？" : script.ask())));
    }

    Life extensionAsked(LocalDate until) {
        return soon(4).add(new Deed.AskExtension(
                handler(), until, phrase("extension_reason").orElse("要等上级部门的书面意见，最快下周才能回来。")));
    }

    /** Five of six are granted. */
    Life extensionDecided() {
        var granted = dice.percent(84);
        return soon(5).add(new Deed.DecideExtension(
                cast.leader().staffNumber(), granted, granted ? "同意，跟职工说清楚为啥。" : "这个理由不充分，抓紧办。"));
    }

    /** Finds out, and answers; where the matter demands it, the leader approves or sends back once. */
    Life answered() {
        found();
        if (cast.matter().needsApproval()) {
            if (dice.percent(8)) {
                soon(6).add(new Deed.DecideAnswer(cast.leader().staffNumber(), false, "话没说透，把依据和哪天办完写清楚再报。"));
                soon(8).add(new Deed.Answer(handler(), reply()));
            }
            soon(7).add(new Deed.DecideAnswer(cast.leader().staffNumber(), true, ""));
        }
        return this;
    }

    /** The handler has found out and writes his reply. */
    Life found() {
        var late = dice.percent(LATE) ? 2 : 1;
        now = switch (cast.grade()) {
            case U0, U1 -> pace.atOnce(now, 60, 1000 * late);
            case U2 -> pace.office(now, dice.between(2, 15) * late);
            case U3 -> pace.office(now, dice.between(4, 26) * late);
            case U4 -> pace.office(now, dice.between(12, 84) * late);
            case U5 -> pace.office(now, dice.between(50, 190));
        };
        return add(new Deed.Answer(handler(), reply()));
    }

    Life raisedAgain() {
        now = pace.worker(now, dice.between(2, 16));
        add(new Deed.RaiseAgain(script.againText().isEmpty() ? reviewReason() : slots.fill(script.againText())));
        inSecondRound = true;
        return this;
    }

    Life reviewAsked() {
        now = pace.worker(now, dice.between(2, 20));
        reasonForReview = reviewReason();
        return add(new Deed.AskReview(reasonForReview));
    }

    Life reviewTaken(int reviewer) {
        now = pace.office(now, dice.between(4, 24));
        return add(new Deed.TakeReview(cast.reviewers().get(reviewer).staffNumber()));
    }

    Life reviewDecided(int reviewer) {
        var finding = pairs.findingOn(reasonForReview);
        now = pace.office(now, dice.between(20, 110));
        return add(
                new Deed.DecideReview(cast.reviewers().get(reviewer).staffNumber(), Pairs.outcomeOf(finding), finding));
    }

    Life withdrawn() {
        now = pace.worker(now, dice.between(1, 4));
        return add(new Deed.Withdraw(phrase("withdraw_reason").orElse("")));
    }

    Life linkedTo(int main) {
        return soon(3).add(new Deed.Link(desk(), main, phrase("link_reason").orElse("说的是同一件事，一块查一块答复，口径才一样。")));
    }

    Life unlinked() {
        return soon(4).add(new Deed.Unlink(desk(), "细看不是一回事，各办各的，日子都从收到那天算。"));
    }

    Life splitOff(int part, Script other, Slots others) {
        return soon(3).add(new Deed.Split(
                desk(), part, others.fill(other.title()), others.fill(other.words()), other.matter()));
    }

    /** Six of ten judge the answer that they got, some days later. */
    Life judged() {
        if (dice.percent(54)) {
            var before = now;
            now = pace.worker(now, dice.between(0, 5));
            add(new Deed.Judge(verdict(dice.percent(script.reply().outcome() == Reply.Outcome.SUPPORT ? 78 : 55))));
            now = before;
        }
        return this;
    }

    Life judgedBadly() {
        var soonAfter = now;
        if (dice.percent(75)) {
            now = pace.atOnce(now, 30, 90);
            add(new Deed.Judge(verdict(false)));
        }
        now = soonAfter;
        return this;
    }

    Life windowPassed() {
        now = now.plus(Duration.ofDays(30)).plusSeconds(dice.between(5, 590));
        return add(new Deed.WindowPasses());
    }

    private Verdict verdict(boolean good) {
        var word = good ? slots.fill(script.verdictWord()) : "";
        if (good) {
            return new Verdict(
                    Verdict.Solved.SOLVED,
                    dice.percent(85) ? Verdict.Satisfied.SATISFIED : Verdict.Satisfied.FAIRLY,
                    word);
        }
        return dice.percent(55)
                ? new Verdict(Verdict.Solved.PARTLY, Verdict.Satisfied.FAIRLY, word)
                : new Verdict(
                        Verdict.Solved.NOT_SOLVED,
                        dice.percent(70) ? Verdict.Satisfied.NOT_SATISFIED : Verdict.Satisfied.FAIRLY,
                        word);
    }

    private Reply reply() {
        var written = script.reply();
        return new Reply(
                slots.fill(written.request()),
                (inSecondRound ? "您再次反映后，我们又到现场、又对了一遍底子。" : "") + slots.fill(written.facts()),
                (inSecondRound ? "上次答应的没有做到位，跟您说声对不起。这回由单位负责人盯着办：" : "") + slots.fill(written.opinion()),
                written.basis(),
                written.outcome());
    }

    private String reviewReason() {
        return phrase("review_reason").orElseGet(() -> wording.with("review_reason", "太笼统"));
    }

    private Optional<String> phrase(String use) {
        return wording.of(use, cast.matter().code(), dice);
    }

    private Life officeSays(String by) {
        phrase("talk_office").ifPresent(text -> add(new Deed.OfficeSays(by, text)));
        if (dice.percent(65)) {
            now = cast.urgent() ? pace.atOnce(now, 5, 60) : pace.worker(now, 0);
            phrase("talk_worker").ifPresent(text -> add(new Deed.SpeakerSays(text)));
        }
        return this;
    }

    /** Urgent: at once. */
    private Life soon(int hours) {
        now = cast.urgent() ? pace.atOnce(now, 3, 22) : pace.office(now, dice.between(1, Math.max(1, hours)));
        return this;
    }

    private String desk() {
        return cast.desk().staffNumber();
    }

    private String handler() {
        return cast.handler().staffNumber();
    }

    Life add(Deed deed) {
        scenes.add(new Scene(now, concern, deed));
        return this;
    }
}
