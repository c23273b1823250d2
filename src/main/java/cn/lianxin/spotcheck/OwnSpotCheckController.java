package cn.lianxin.spotcheck;

import cn.lianxin.concern.CheckingConcerns;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.JudgedAnswer;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.verdict.Verdict;
import cn.lianxin.verdict.VerdictsToCheck;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** To the worker: his verdict, what a caller wrote down of him and what a reviewer found, side by side. */
@Controller
class OwnSpotCheckController {

    private final CheckingConcerns concerns;
    private final Calls calls;
    private final Groups groups;
    private final VerdictsToCheck verdicts;

    OwnSpotCheckController(CheckingConcerns concerns, Calls calls, Groups groups, VerdictsToCheck verdicts) {
        this.concerns = concerns;
        this.calls = calls;
        this.groups = groups;
        this.verdicts = verdicts;
    }

    @GetMapping("/concerns/{number}/spot-check")
    ModelAndView show(@PathVariable String number, Actor actor) {
        var concern = ConcernNumber.parse(number).orElseThrow(Refusal.NotFound::new);
        if (!concerns.isSpeaker(concern, actor)) {
            throw new Refusal.NotFound();
        }
        var recorded = calls.recordedOf(concern.toString());
        var looks = groups.of(concern.toString());
        return new ModelAndView("spotcheck/own")
                .addObject("number", concern.toString())
                .addObject("verdict", verdict(recorded, looks))
                .addObject("calls", recorded)
                .addObject("looks", looks);
    }

    private Optional<Verdict> verdict(List<Calls.Recorded> recorded, List<Look> looks) {
        Stream<JudgedAnswer> answers = Stream.concat(
                recorded.stream().map(Calls.Recorded::answer), looks.stream().map(Look::answer));
        return answers.flatMap(answer -> verdicts.of(answer).stream()).reduce((_, later) -> later);
    }
}
