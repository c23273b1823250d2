package cn.lianxin.problem;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import cn.lianxin.problem.WorkingProblems.Seen;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One problem and the moves on it; to whoever sees none of its concerns it is not there. */
@Controller
@RequestMapping("/problems/{problem:[Zz]-?[0-9][0-9-]{8,12}}")
class ProblemController {

    private final ShowingProblems showing;
    private final OpeningProblems opening;
    private final WorkingProblems working;

    ProblemController(ShowingProblems showing, OpeningProblems opening, WorkingProblems working) {
        this.showing = showing;
        this.opening = opening;
        this.working = working;
    }

    @GetMapping
    ModelAndView show(@PathVariable String problem, Actor actor) {
        return page(number(problem), "", Map.of(), Faults.none(), member(actor));
    }

    @PostMapping("/cause")
    ModelAndView cause(
            @PathVariable String problem,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String found,
            HttpServletRequest request,
            Actor actor) {
        return step(problem, "cause", request, actor, (seen, by) -> working.nameCause(seen, what, found, by));
    }

    @PostMapping("/cure")
    ModelAndView cure(
            @PathVariable String problem,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String whom,
            @RequestParam(defaultValue = "") String day,
            HttpServletRequest request,
            Actor actor) {
        return step(problem, "cure", request, actor, (seen, by) -> working.decideCure(seen, what, whom, day, by));
    }

    @PostMapping("/doing")
    ModelAndView done(
            @PathVariable String problem,
            @RequestParam(defaultValue = "") String shown,
            HttpServletRequest request,
            Actor actor) {
        return step(problem, "doing", request, actor, (seen, by) -> working.finish(seen, shown, by));
    }

    @PostMapping("/telling")
    ModelAndView tell(
            @PathVariable String problem,
            @RequestParam(defaultValue = "false") boolean fit,
            HttpServletRequest request,
            Actor actor) {
        return step(problem, "telling", request, actor, (seen, by) -> working.tell(seen, fit, by));
    }

    @PostMapping("/date")
    ModelAndView date(
            @PathVariable String problem,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            Actor actor) {
        return step(problem, "date", request, actor, (seen, by) -> working.moveDate(seen, day, words, by));
    }

    @PostMapping("/owner")
    ModelAndView owner(
            @PathVariable String problem,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            Actor actor) {
        return step(problem, "owner", request, actor, (seen, by) -> working.giveTo(seen, owner, words, by));
    }

    @PostMapping("/concerns")
    ModelAndView attach(
            @PathVariable String problem,
            @RequestParam(defaultValue = "") String concern,
            HttpServletRequest request,
            Actor actor) {
        return step(
                problem, "concerns", request, actor, (seen, by) -> opening.attach(seen.number(), concern(concern), by));
    }

    @PostMapping("/concerns/removal")
    ModelAndView detach(
            @PathVariable String problem,
            @RequestParam(defaultValue = "") String concern,
            HttpServletRequest request,
            Actor actor) {
        return step(
                problem, "concerns", request, actor, (seen, by) -> opening.detach(seen.number(), concern(concern), by));
    }

    @PostMapping("/recurrence")
    ModelAndView recur(
            @PathVariable String problem,
            @RequestParam(defaultValue = "") String concern,
            HttpServletRequest request,
            Actor actor) {
        return step(problem, "recurrence", request, actor, (seen, by) -> working.recur(seen, concern(concern), by));
    }

    @PostMapping("/closing")
    ModelAndView close(
            @PathVariable String problem,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            Actor actor) {
        return step(problem, "closing", request, actor, (seen, by) -> working.confirm(seen, words, by));
    }

    @PostMapping("/sending-back")
    ModelAndView sendBack(
            @PathVariable String problem,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            Actor actor) {
        return step(problem, "closing", request, actor, (seen, by) -> working.sendBack(seen, words, by));
    }

    private ModelAndView step(
            String text, String form, HttpServletRequest request, Actor actor, BiConsumer<Seen, Actor.Member> step) {
        var number = number(text);
        var by = member(actor);
        var version = request.getParameter("version");
        try {
            step.accept(new Seen(number, version == null ? "" : version), by);
        } catch (Refusal.Violation violation) {
            return refused(number, form, request, Faults.of(violation), HttpStatus.UNPROCESSABLE_CONTENT, by);
        } catch (Refusal.Conflict conflict) {
            var faults =
                    Faults.none().add("", conflict.code(), conflict.arguments().toArray());
            return refused(number, form, request, faults, HttpStatus.CONFLICT, by);
        }
        return LocalAddress.seeOther("/problems/" + number);
    }

    private ModelAndView refused(
            ProblemNumber number,
            String form,
            HttpServletRequest request,
            Faults faults,
            HttpStatusCode status,
            Actor.Member by) {
        Map<String, String> typed = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, all) -> typed.put(name, all.length == 0 ? "" : all[0]));
        var page = page(number, form, typed, faults, by);
        page.setStatus(status);
        return page;
    }

    private ModelAndView page(
            ProblemNumber number, String form, Map<String, String> typed, Faults faults, Actor.Member member) {
        return new ModelAndView("problem/problem")
                .addObject("page", showing.page(number, member))
                .addObject("typed", new Typed(form, typed))
                .addObject("faults", faults);
    }

    private static ProblemNumber number(String text) {
        return ProblemNumber.parse(text).orElseThrow(Refusal.NotFound::new);
    }

    private static ConcernNumber concern(String text) {
        return ConcernNumber.parse(text)
                .orElseThrow(() -> new Refusal.Violation("concern", "problem-no-such-concern", Terms.shortly(text)));
    }

    private static Actor.Member member(Actor actor) {
        if (actor instanceof Actor.Member member) {
            return member;
        }
        throw new Refusal.NotFound();
    }
}
