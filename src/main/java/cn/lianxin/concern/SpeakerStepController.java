package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.attachment.Attachments;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
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
    private final Attachments attachments;

    SpeakerStepController(CasePages pages, RaisingConcerns raising, Attachments attachments) {
        this.pages = pages;
        this.raising = raising;
        this.attachments = attachments;
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
                actor,
                () -> raising.say(CasePages.number(number), text, taken(files, actor), actor));
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
                actor,
                () -> raising.giveMore(CasePages.number(number), text, taken(files, actor), actor));
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
                actor,
                () -> raising.raiseAgain(CasePages.number(number), text, taken(files, actor), actor));
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
                actor,
                () -> raising.askReview(CasePages.number(number), text, taken(files, actor), actor));
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

    private List<UUID> taken(@Nullable List<MultipartFile> files, Actor actor) {
        return Uploads.taken(files, attachments, actor);
    }
}
