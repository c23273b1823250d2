package cn.lianxin.verdict;

import cn.lianxin.concern.StepTaken;
import cn.lianxin.concern.TakenSteps;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down every answer in the transaction that gives it: an answer that nobody counts would flatter the figures. */
@Component
class KeepingAnswers {

    private final TakenSteps steps;
    private final Answers answers;

    KeepingAnswers(TakenSteps steps, Answers answers) {
        this.steps = steps;
        this.answers = answers;
    }

    @EventListener
    void keep(StepTaken taken) {
        // Filing is no answer, and must not wait for one to be looked for.
        if (taken.place() == 1) {
            return;
        }
        if (steps.endsJudging(taken)) {
            answers.settle(taken.concern());
        }
        steps.answered(taken).ifPresent(answered -> {
            answers.settle(taken.concern());
            answers.add(answered);
        });
    }
}
