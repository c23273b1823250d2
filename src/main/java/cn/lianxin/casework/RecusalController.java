package cn.lianxin.casework;

import cn.lianxin.concern.ReadingConcerns;
import cn.lianxin.concern.RecusingConcerns;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.LocalAddress;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** 回避: whom it speaks of, and who steps back. Afterwards the page may be closed to whoever did it; then he comes home. */
@Controller
@RequestMapping("/concerns/{number}")
class RecusalController {

    private final CasePages pages;
    private final RecusingConcerns recusing;
    private final ReadingConcerns reading;

    RecusalController(CasePages pages, RecusingConcerns recusing, ReadingConcerns reading) {
        this.pages = pages;
        this.recusing = recusing;
        this.reading = reading;
    }

    @PostMapping("/naming")
    ModelAndView name(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            Actor actor) {
        return step(
                number, "naming", request, actor, () -> recusing.name(CasePages.number(number), about, reason, actor));
    }

    @PostMapping("/naming-removal")
    ModelAndView withdraw(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            Actor actor) {
        return step(
                number,
                "naming-removal",
                request,
                actor,
                () -> recusing.withdrawNaming(CasePages.number(number), about, reason, actor));
    }

    @PostMapping("/recusal")
    ModelAndView stepBack(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            Actor actor) {
        return step(
                number, "recusal", request, actor, () -> recusing.stepBack(CasePages.number(number), reason, actor));
    }

    private ModelAndView step(String number, String form, HttpServletRequest request, Actor actor, Runnable move) {
        var answer = pages.step(number, form, request, actor, move);
        var done = answer.getView() instanceof RedirectView;
        return done && !maySee(number, actor) ? LocalAddress.seeOther("/") : answer;
    }

    private boolean maySee(String number, Actor actor) {
        try {
            return reading.versionOf(CasePages.number(number), actor) > 0;
        } catch (Refusal.NotFound closed) {
            return false;
        }
    }
}
