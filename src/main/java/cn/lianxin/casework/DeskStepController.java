package cn.lianxin.casework;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.DecidingConcerns;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Precedents;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The steps of the desk, and of whoever arbitrates. */
@Controller
@RequestMapping("/concerns/{number}")
class DeskStepController {

    private final CasePages pages;
    private final HandlingConcerns handling;
    private final DecidingConcerns deciding;

    DeskStepController(CasePages pages, HandlingConcerns handling, DecidingConcerns deciding) {
        this.pages = pages;
        this.handling = handling;
        this.deciding = deciding;
    }

    /**
     * Accepts; with a lead unit it goes there at once.
     *
     * @param urgent the desk reads a danger in its words
     * @param suggested a suggestion taken as it is, its matter and lead unit in the place of what is chosen
     */
    @PostMapping("/acceptance")
    ModelAndView accept(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String matter,
            @RequestParam @Nullable Long lead,
            @RequestParam @Nullable List<@Nullable Long> assisting,
            @RequestParam(defaultValue = "") String word,
            @RequestParam(defaultValue = "") String suggested,
            @RequestParam(defaultValue = "false") boolean urgent,
            HttpServletRequest request,
            Actor actor) {
        var concern = CasePages.number(number);
        return pages.step(number, "acceptance", request, actor, () -> {
            if (suggested.matches("[A-Z]\\d+-\\d{1,18}")) {
                var parts = suggested.split("-");
                var unit = new UnitId(Long.parseLong(parts[1]));
                assign(concern, parts[0], unit, units(assisting), word, urgent, actor);
            } else if (lead != null) {
                assign(concern, matter, new UnitId(lead), units(assisting), word, urgent, actor);
            } else if (urgent) {
                handling.acceptAsUrgent(concern, actor);
            } else {
                handling.accept(concern, actor);
            }
        });
    }

    private void assign(
            ConcernNumber concern,
            String matter,
            UnitId lead,
            Set<UnitId> assisting,
            String word,
            boolean urgent,
            Actor actor) {
        if (urgent) {
            handling.acceptAndAssignAsUrgent(concern, matter, lead, assisting, word, actor);
        } else {
            handling.acceptAndAssign(concern, matter, lead, assisting, word, actor);
        }
    }

    @PostMapping("/declination")
    ModelAndView decline(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String whereToTurn,
            HttpServletRequest request,
            Actor actor) {
        return pages.step(
                number,
                "declination",
                request,
                actor,
                () -> deciding.decline(
                        CasePages.number(number),
                        reason,
                        whereToTurn,
                        Precedents.Said.in(request.getParameterMap()),
                        actor));
    }

    @PostMapping("/classification")
    ModelAndView reclassify(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String matter,
            HttpServletRequest request,
            Actor actor) {
        return pages.step(
                number,
                "classification",
                request,
                actor,
                () -> handling.reclassify(CasePages.number(number), matter, actor));
    }

    @PostMapping("/assignment")
    ModelAndView assign(
            @PathVariable String number,
            @RequestParam @Nullable Long lead,
            @RequestParam @Nullable List<@Nullable Long> assisting,
            @RequestParam(defaultValue = "") String word,
            HttpServletRequest request,
            Actor actor) {
        return pages.step(
                number,
                "assignment",
                request,
                actor,
                () -> handling.assign(CasePages.number(number), unit(lead), units(assisting), word, actor));
    }

    @PostMapping("/hand-back-decision")
    ModelAndView decideHandBack(
            @PathVariable String number,
            @RequestParam(defaultValue = "false") boolean granted,
            @RequestParam(defaultValue = "") String word,
            HttpServletRequest request,
            Actor actor) {
        return pages.step(
                number,
                "hand-back-decision",
                request,
                actor,
                () -> handling.decideHandBack(CasePages.number(number), granted, word, actor));
    }

    @PostMapping("/arbitration")
    ModelAndView arbitrate(
            @PathVariable String number,
            @RequestParam @Nullable Long lead,
            @RequestParam @Nullable List<@Nullable Long> assisting,
            @RequestParam(defaultValue = "") String word,
            HttpServletRequest request,
            Actor actor) {
        return pages.step(
                number,
                "arbitration",
                request,
                actor,
                () -> handling.arbitrate(CasePages.number(number), unit(lead), units(assisting), word, actor));
    }

    @PostMapping("/link")
    ModelAndView link(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String main,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            Actor actor) {
        return pages.step(number, "link", request, actor, () -> {
            var mainNumber =
                    ConcernNumber.parse(main).orElseThrow(() -> new Refusal.Violation("main", "number-unknown"));
            handling.link(CasePages.number(number), mainNumber, reason, actor);
        });
    }

    @PostMapping("/link-removal")
    ModelAndView unlink(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            Actor actor) {
        return pages.step(
                number, "link-removal", request, actor, () -> handling.unlink(CasePages.number(number), reason, actor));
    }

    @PostMapping("/split")
    ModelAndView split(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String matter,
            HttpServletRequest request,
            Actor actor) {
        return pages.step(
                number,
                "split",
                request,
                actor,
                () -> handling.split(CasePages.number(number), title, words, matter, actor));
    }

    @PostMapping("/conclusion")
    ModelAndView conclude(@PathVariable String number, HttpServletRequest request, Actor actor) {
        return pages.step(
                number, "conclusion", request, actor, () -> handling.conclude(CasePages.number(number), actor));
    }

    private static UnitId unit(@Nullable Long lead) {
        if (lead == null) {
            throw new Refusal.Violation("lead", "lead-required");
        }
        return new UnitId(lead);
    }

    private static Set<UnitId> units(@Nullable List<@Nullable Long> ids) {
        return ids == null
                ? Set.of()
                : ids.stream().filter(Objects::nonNull).map(UnitId::new).collect(Collectors.toSet());
    }
}
