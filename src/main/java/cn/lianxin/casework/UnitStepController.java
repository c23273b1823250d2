package cn.lianxin.casework;

import cn.lianxin.concern.DecidingConcerns;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Precedents;
import cn.lianxin.concern.Reply;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The steps of the units: their handlers, and the leaders who approve. */
@Controller
@RequestMapping("/concerns/{number}")
class UnitStepController {

    private final CasePages pages;
    private final HandlingConcerns handling;
    private final DecidingConcerns deciding;

    UnitStepController(CasePages pages, HandlingConcerns handling, DecidingConcerns deciding) {
        this.pages = pages;
        this.handling = handling;
        this.deciding = deciding;
    }

    @PostMapping("/acknowledgement")
    ModelAndView acknowledge(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String word,
            HttpServletRequest request,
            Actor actor) {
        return pages.step(
                number,
                "acknowledgement",
                request,
                actor,
                () -> handling.acknowledge(CasePages.number(number), word, actor));
    }

    @PostMapping("/hand-back")
    ModelAndView handBack(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            Actor actor) {
        return pages.step(
                number, "hand-back", request, actor, () -> handling.handBack(CasePages.number(number), reason, actor));
    }

    @PostMapping("/note")
    ModelAndView note(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request,
            Actor actor) {
        return pages.step(number, "note", request, actor, () -> handling.note(CasePages.number(number), text, actor));
    }

    @PostMapping("/question")
    ModelAndView askForMore(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request,
            Actor actor) {
        return pages.step(
                number, "question", request, actor, () -> handling.askForMore(CasePages.number(number), text, actor));
    }

    @PostMapping("/continuation")
    ModelAndView goOn(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String word,
            HttpServletRequest request,
            Actor actor) {
        return pages.step(
                number, "continuation", request, actor, () -> handling.goOn(CasePages.number(number), word, actor));
    }

    @PostMapping("/extension")
    ModelAndView askExtension(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            Actor actor) {
        return pages.step(
                number,
                "extension",
                request,
                actor,
                () -> handling.askExtension(CasePages.number(number), day(until), reason, actor));
    }

    @PostMapping("/extension-decision")
    ModelAndView decideExtension(
            @PathVariable String number,
            @RequestParam(defaultValue = "false") boolean granted,
            @RequestParam(defaultValue = "") String word,
            HttpServletRequest request,
            Actor actor) {
        return pages.step(
                number,
                "extension-decision",
                request,
                actor,
                () -> handling.decideExtension(CasePages.number(number), granted, word, actor));
    }

    @PostMapping("/reply")
    ModelAndView reply(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String request,
            @RequestParam(defaultValue = "") String facts,
            @RequestParam(defaultValue = "") String opinion,
            @RequestParam(defaultValue = "") String basis,
            @RequestParam(defaultValue = "EXPLAIN") Reply.Outcome outcome,
            @RequestParam(defaultValue = "ANSWERED") Reply.Finding finding,
            @RequestParam(defaultValue = "") String amount,
            HttpServletRequest servletRequest,
            Actor actor) {
        var said = Precedents.Said.in(servletRequest.getParameterMap());
        return pages.step(number, "reply", servletRequest, actor, () -> {
            var reply = new Reply(request, facts, opinion, basis, outcome, finding, Reply.yuan(amount));
            deciding.reply(CasePages.number(number), reply, said, actor);
        });
    }

    @PostMapping("/reply-decision")
    ModelAndView decideReply(
            @PathVariable String number,
            @RequestParam(defaultValue = "false") boolean approved,
            @RequestParam(defaultValue = "") String word,
            HttpServletRequest request,
            Actor actor) {
        return pages.step(
                number,
                "reply-decision",
                request,
                actor,
                () -> handling.decideReply(CasePages.number(number), approved, word, actor));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new Refusal.Violation("until", "date-required");
        }
    }
}
