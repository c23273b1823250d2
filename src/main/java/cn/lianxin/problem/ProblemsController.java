package cn.lianxin.problem;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.ConcernRow;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of problems, and opening one. */
@Controller
@RequestMapping("/problems")
class ProblemsController {

    /**
     * What was typed.
     *
     * @param concern numbers, each by itself or several in one field with spaces or commas between them
     */
    record Form(String title, List<String> concern, String owner, String day) {

        List<String> typed() {
            return concern.stream()
                    .flatMap(field -> Arrays.stream(field.split("[,，、;；\\n\\r\\t ]+")))
                    .map(String::strip)
                    .filter(one -> !one.isEmpty())
                    .distinct()
                    .toList();
        }

        List<ConcernNumber> numbers() {
            return typed().stream()
                    .flatMap(one -> ConcernNumber.parse(one).stream())
                    .toList();
        }

        /** Refuses what is no number as what is not there. */
        List<ConcernNumber> mustBeNumbers() {
            return typed().stream()
                    .map(one -> ConcernNumber.parse(one)
                            .orElseThrow(() ->
                                    new Refusal.Violation("concern", "problem-no-such-concern", Terms.shortly(one))))
                    .toList();
        }

        String lines() {
            return String.join("\n", typed());
        }
    }

    private final ShowingProblems showing;
    private final OpeningProblems opening;

    ProblemsController(ShowingProblems showing, OpeningProblems opening) {
        this.showing = showing;
        this.opening = opening;
    }

    @GetMapping
    ModelAndView list(Actor actor) {
        var member = reader(actor);
        return new ModelAndView("problem/list")
                .addObject("lines", showing.list(member))
                .addObject("opens", OpeningProblems.isOpenTo(member));
    }

    @GetMapping("/new")
    ModelAndView opening(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") List<String> concern,
            Actor actor) {
        return page(new Form(title, concern, "", ""), Faults.none(), mustOpen(actor));
    }

    @PostMapping
    ModelAndView open(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") List<String> concern,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String day,
            Actor actor) {
        var member = mustOpen(actor);
        var form = new Form(title, concern, owner, day);
        try {
            var number = opening.open(title, form.mustBeNumbers(), owner, day, member);
            return LocalAddress.seeOther("/problems/" + number);
        } catch (Refusal.Violation violation) {
            return refused(form, Faults.of(violation), HttpStatus.UNPROCESSABLE_CONTENT, member);
        } catch (Refusal.Conflict conflict) {
            return refused(form, Faults.none().add("", conflict.code()), HttpStatus.CONFLICT, member);
        }
    }

    private ModelAndView refused(Form form, Faults faults, HttpStatusCode status, Actor.Member member) {
        var page = page(form, faults, member);
        page.setStatus(status);
        return page;
    }

    private ModelAndView page(Form form, Faults faults, Actor.Member member) {
        var ids = opening.seen(form.numbers(), member);
        List<ConcernRow> rows = showing.rows(ids, member);
        return new ModelAndView("problem/opening")
                .addObject("form", form)
                .addObject("rows", rows)
                .addObject("candidates", opening.candidates(ids))
                .addObject("open", open(ids, member))
                .addObject("faults", faults);
    }

    /** Those to which one concern can be laid instead. */
    private List<ShowingProblems.Line> open(List<Long> ids, Actor.Member member) {
        return ids.size() == 1
                ? showing.list(member).stream()
                        .filter(line -> !line.problem().isOver())
                        .toList()
                : List.of();
    }

    private static Actor.Member reader(Actor actor) {
        if (actor instanceof Actor.Member member && (OpeningProblems.isOpenTo(member) || member.is(Role.HANDLER))) {
            return member;
        }
        throw new Refusal.NotFound();
    }

    private static Actor.Member mustOpen(Actor actor) {
        if (actor instanceof Actor.Member member && OpeningProblems.isOpenTo(member)) {
            return member;
        }
        throw new Refusal.NotFound();
    }
}
