package cn.lianxin.casework;

import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.kernel.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The steps of whoever raised it. */
@Controller
@RequestMapping("/concerns/{number}")
class SpeakerStepController {

    private final CasePages pages;
    private final RaisingConcerns raising;

    SpeakerStepController(CasePages pages, RaisingConcerns raising) {
        this.pages = pages;
        this.raising = raising;
    }

    /** Talk; the office uses the same form. */
    @PostMapping("/message")
    ModelAndView message(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String text,
            @RequestParam @Nullable List<MultipartFile> files,
            HttpServletRequest request,
            Actor actor) {
        return pages.step(
                number,
                "message",
                request,
                files,
                actor,
                taken -> raising.say(CasePages.number(number), text, taken, actor));
    }

    @PostMapping("/answer")
    ModelAndView answer(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String text,
            @RequestParam @Nullable List<MultipartFile> files,
            HttpServletRequest request,
            Actor actor) {
        return pages.step(
                number,
                "answer",
                request,
                files,
                actor,
                taken -> raising.giveMore(CasePages.number(number), text, taken, actor));
    }

    @PostMapping("/raising-again")
    ModelAndView raiseAgain(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String text,
            @RequestParam @Nullable List<MultipartFile> files,
            HttpServletRequest request,
            Actor actor) {
        return pages.step(
                number,
                "raising-again",
                request,
                files,
                actor,
                taken -> raising.raiseAgain(CasePages.number(number), text, taken, actor));
    }

    @PostMapping("/review")
    ModelAndView askReview(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String text,
            @RequestParam @Nullable List<MultipartFile> files,
            HttpServletRequest request,
            Actor actor) {
        return pages.step(
                number,
                "review",
                request,
                files,
                actor,
                taken -> raising.askReview(CasePages.number(number), text, taken, actor));
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            Actor actor) {
        return pages.step(
                number, "withdrawal", request, actor, () -> raising.withdraw(CasePages.number(number), reason, actor));
    }
}
