package cn.lianxin.knowledge;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The form by which a reply, or a correction, is proposed as an answer for all. */
@Controller
class ProposalController {

    private final ProposingQuestions proposing;
    private final PublicQuestions questions;
    private final DecidingQuestions deciding;

    ProposalController(ProposingQuestions proposing, PublicQuestions questions, DecidingQuestions deciding) {
        this.proposing = proposing;
        this.questions = questions;
        this.deciding = deciding;
    }

    @GetMapping("/concerns/{number}/public-question")
    ModelAndView begin(@PathVariable String number, Actor actor) {
        var concern = concern(number);
        return page("/concerns/" + concern, "/public-question", proposing.begin(concern, actor), Faults.none());
    }

    @PostMapping("/concerns/{number}/public-question")
    ModelAndView propose(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String asked,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String basis,
            Actor actor) {
        var concern = concern(number);
        proposing.begin(concern, actor);
        var text = new Text(asked, answer, basis);
        return send("/concerns/" + concern, "/public-question", text, () -> proposing.propose(concern, text, actor));
    }

    @GetMapping("/questions/{number:[0-9]{1,18}}/correction")
    ModelAndView correction(@PathVariable long number, Actor actor) {
        mustKeep(number, actor);
        var shown = questions.find(number).orElseThrow(Refusal.NotFound::new);
        return page("/questions/" + number, "/correction", shown.text(), Faults.none());
    }

    @PostMapping("/questions/{number:[0-9]{1,18}}/correction")
    ModelAndView correct(
            @PathVariable long number,
            @RequestParam(defaultValue = "") String asked,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String basis,
            Actor actor) {
        mustKeep(number, actor);
        var text = new Text(asked, answer, basis);
        return send("/questions/" + number, "/correction", text, () -> proposing.correct(number, text, actor));
    }

    private ModelAndView send(String of, String form, Text text, Supplier<Long> sending) {
        try {
            return LocalAddress.seeOther("/questions/waiting/" + sending.get());
        } catch (Refusal.Violation violation) {
            var recognized = proposing.recognized(text);
            return refused(
                    of,
                    form,
                    text,
                    recognized.any() ? recognized : Faults.of(violation),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Refusal.Conflict conflict) {
            return refused(of, form, text, Faults.none().add("", conflict.code()), HttpStatus.CONFLICT);
        }
    }

    private void mustKeep(long number, Actor actor) {
        if (!deciding.keeps(number, actor)) {
            throw new Refusal.NotFound();
        }
    }

    private static ModelAndView refused(String of, String form, Text text, Faults faults, HttpStatusCode status) {
        var page = page(of, form, text, faults);
        page.setStatus(status);
        return page;
    }

    private static ModelAndView page(String of, String form, Text text, Faults faults) {
        return new ModelAndView("knowledge/proposal")
                .addObject("back", of)
                .addObject("action", of + form)
                .addObject("text", text)
                .addObject("faults", faults);
    }

    private static ConcernNumber concern(String text) {
        return ConcernNumber.parse(text).orElseThrow(Refusal.NotFound::new);
    }
}
