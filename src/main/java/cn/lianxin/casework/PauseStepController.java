package cn.lianxin.casework;

import cn.lianxin.concern.ConcernState;
import cn.lianxin.concern.PausingConcerns;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The steps by which the clock stands still and runs again. */
@Controller
@RequestMapping("/concerns/{number}")
class PauseStepController {

    private final CasePages pages;
    private final PausingConcerns pausing;

    PauseStepController(CasePages pages, PausingConcerns pausing) {
        this.pages = pages;
        this.pausing = pausing;
    }

    @PostMapping("/pause-question")
    ModelAndView ask(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            Actor actor) {
        return pages.step(
                number,
                "pause-question",
                request,
                actor,
                () -> pausing.ask(CasePages.number(number), day(until), reason, actor));
    }

    @PostMapping("/pause-decision")
    ModelAndView decide(
            @PathVariable String number,
            @RequestParam(defaultValue = "false") boolean agreed,
            HttpServletRequest request,
            Actor actor) {
        return pages.step(
                number,
                "pause-decision",
                request,
                actor,
                () -> pausing.decide(CasePages.number(number), agreed, actor));
    }

    @PostMapping("/pause")
    ModelAndView pause(
            @PathVariable String number,
            @RequestParam(defaultValue = "CONSENT") ConcernState.PauseCause cause,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam @Nullable List<MultipartFile> files,
            HttpServletRequest request,
            Actor actor) {
        return pages.step(
                number,
                "pause",
                request,
                files,
                actor,
                taken -> pausing.pause(CasePages.number(number), cause, day(until), reason, taken, actor));
    }

    @PostMapping("/resumption")
    ModelAndView resume(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String word,
            HttpServletRequest request,
            Actor actor) {
        return pages.step(
                number, "resumption", request, actor, () -> pausing.resume(CasePages.number(number), word, actor));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new Refusal.Violation("until", "date-required");
        }
    }
}
