package cn.lianxin.spotcheck;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import cn.lianxin.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Calls and looks, for those outside the line; to everybody else the pages are not there. */
@Controller
@RequestMapping("/spot-checks")
class SpotCheckController {

    private final Calling calling;
    private final Looking looking;

    SpotCheckController(Calling calling, Looking looking) {
        this.calling = calling;
        this.looking = looking;
    }

    @GetMapping
    ModelAndView list(Actor actor) {
        var member = checker(actor);
        return new ModelAndView("spotcheck/list")
                .addObject("calls", calling.openTo(member))
                .addObject("looks", looking.openTo(member));
    }

    @GetMapping("/calls/{period:[0-9]{1,18}}/{place:[0-9]{1,9}}")
    ModelAndView call(@PathVariable long period, @PathVariable int place, Actor actor) {
        var member = checker(actor);
        return callPage(calling.find(period, place, member), Faults.none(), member);
    }

    /** By post, because it leaves a trace. */
    @PostMapping("/calls/{period:[0-9]{1,18}}/{place:[0-9]{1,9}}/contact")
    ModelAndView contact(@PathVariable long period, @PathVariable int place, Actor actor) {
        var member = checker(actor);
        var call = calling.find(period, place, member);
        return callPage(call, Faults.none(), member).addObject("contact", Optional.of(calling.reach(call, member)));
    }

    @PostMapping("/calls/{period:[0-9]{1,18}}/{place:[0-9]{1,9}}/attempt")
    ModelAndView notReached(@PathVariable long period, @PathVariable int place, Actor actor) {
        calling.notReached(period, place, checker(actor));
        return LocalAddress.seeOther("/spot-checks");
    }

    @PostMapping("/calls/{period:[0-9]{1,18}}/{place:[0-9]{1,9}}/record")
    ModelAndView record(
            @PathVariable long period,
            @PathVariable int place,
            @RequestParam Optional<Verdict.Solved> solved,
            @RequestParam Optional<Verdict.Satisfied> satisfied,
            @RequestParam Optional<Said.Pressed> pressed,
            @RequestParam(defaultValue = "") String word,
            Actor actor) {
        var member = checker(actor);
        var call = calling.find(period, place, member);
        if (solved.isEmpty() || satisfied.isEmpty() || pressed.isEmpty()) {
            return refused(callPage(call, Faults.none().add("solved", "all-three-required"), member));
        }
        try {
            calling.record(period, place, new Said(solved.get(), satisfied.get(), pressed.get(), word), member);
        } catch (Refusal.Violation violation) {
            return refused(callPage(call, Faults.of(violation), member));
        }
        return LocalAddress.seeOther("/spot-checks");
    }

    @GetMapping("/looks/{look:[0-9]{1,18}}")
    ModelAndView look(@PathVariable long look, Actor actor) {
        var member = checker(actor);
        return lookPage(looking.find(look, member), Faults.none(), "", member);
    }

    @PostMapping("/looks/{look:[0-9]{1,18}}")
    ModelAndView found(
            @PathVariable long look,
            @RequestParam Optional<Look.Finding> finding,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        var member = checker(actor);
        var found = looking.find(look, member);
        if (finding.isEmpty()) {
            return refused(lookPage(found, Faults.none().add("finding", "required"), reason, member));
        }
        try {
            looking.found(look, finding.get(), reason, member);
        } catch (Refusal.Violation violation) {
            return refused(lookPage(found, Faults.of(violation), reason, member));
        }
        return LocalAddress.seeOther("/spot-checks/looks/" + look);
    }

    private ModelAndView callPage(Call call, Faults faults, Actor.Member caller) {
        return new ModelAndView("spotcheck/call")
                .addObject("call", call)
                .addObject("about", calling.about(call, caller))
                .addObject("contact", Optional.empty())
                .addObject("faults", faults);
    }

    private ModelAndView lookPage(Look look, Faults faults, String reason, Actor.Member reviewer) {
        return new ModelAndView("spotcheck/look")
                .addObject("look", look)
                .addObject("about", looking.about(look, reviewer))
                .addObject("verdict", looking.verdictBeside(look))
                .addObject("reason", reason)
                .addObject("faults", faults);
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    static Actor.Member checker(Actor actor) {
        if (actor instanceof Actor.Member member
                && List.of(Role.SUPERVISOR, Role.DESK_OFFICER).stream().anyMatch(member.onHisOwn()::is)) {
            return member;
        }
        throw new Refusal.NotFound();
    }
}
