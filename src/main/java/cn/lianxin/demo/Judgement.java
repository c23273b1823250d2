package cn.lianxin.demo;

import cn.lianxin.concern.Reply;
import cn.lianxin.verdict.Verdict;

/** What the unit answers, and what the worker says of it. */
record Judgement(Script script, Slots slots, Dice dice) {

    /** @param again whether the worker has raised it again */
    Reply reply(boolean again) {
        var written = script.reply();
        return new Reply(
                slots.fill(written.request()),
                (again ? "您再次反映后，我们又到现场、又对了一遍底子。" : "") + slots.fill(written.facts()),
                (again ? "上次答应的没有做到位，跟您说声对不起。这回由单位负责人盯着办：" : "") + slots.fill(written.opinion()),
                written.basis(),
                written.outcome());
    }

    /** That there is nothing to answer, and why. */
    Reply nothingToAnswer(Reply.Finding finding, String why) {
        return new Reply(
                slots.fill(script.reply().request()),
                why,
                "这回不能按您说的办。您手上要是有新的凭据，随时可以再说；对这个答复不服，可以要求换人重看。",
                script.reply().basis(),
                Reply.Outcome.NOT_SUPPORT,
                finding);
    }

    Verdict verdict(boolean good) {
        if (good) {
            var satisfied = dice.percent(85) ? Verdict.Satisfied.SATISFIED : Verdict.Satisfied.FAIRLY;
            return new Verdict(Verdict.Solved.SOLVED, satisfied, slots.fill(script.verdictWord()));
        }
        if (dice.percent(55)) {
            return new Verdict(Verdict.Solved.PARTLY, Verdict.Satisfied.FAIRLY, "");
        }
        var satisfied = dice.percent(70) ? Verdict.Satisfied.NOT_SATISFIED : Verdict.Satisfied.FAIRLY;
        return new Verdict(Verdict.Solved.NOT_SOLVED, satisfied, "");
    }
}
