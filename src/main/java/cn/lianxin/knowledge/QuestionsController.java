package cn.lianxin.knowledge;

import cn.lianxin.identity.ApprovingLine;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Page;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.platform.web.LocalAddress;
import cn.lianxin.promise.Matter;
import cn.lianxin.promise.Matters;
import cn.lianxin.raising.BeginningDrafts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The board of questions and answers, for whoever comes by. */
@Controller
@RequestMapping("/questions")
class QuestionsController {

    private final PublicQuestions questions;
    private final LikeQuestions like;
    private final DecidingQuestions deciding;
    private final Tapper tapper;
    private final Matters matters;
    private final BeginningDrafts drafts;

    QuestionsController(
            PublicQuestions questions,
            LikeQuestions like,
            DecidingQuestions deciding,
            Tapper tapper,
            Matters matters,
            BeginningDrafts drafts) {
        this.questions = questions;
        this.like = like;
        this.deciding = deciding;
        this.tapper = tapper;
        this.matters = matters;
        this.drafts = drafts;
    }

    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String after,
            Actor actor) {
        var sought = PlainText.line(q);
        return new ModelAndView("knowledge/questions")
                .addObject("q", sought)
                .addObject("area", area)
                .addObject("areas", areas())
                .addObject("page", sought.isEmpty() ? questions.list(area, after) : found(sought))
                .addObject("decides", ApprovingLine.isAnyOf(actor))
                .addObject("waiting", waiting(actor));
    }

    @GetMapping("/{number:[0-9]{1,18}}")
    ModelAndView show(
            @PathVariable long number,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String tapped,
            Actor actor) {
        var shown = questions.find(number);
        if (shown.isEmpty()) {
            var page = new ModelAndView("knowledge/gone")
                    .addObject("gravestone", questions.gravestone(number))
                    .addObject("number", number)
                    .addObject("keeps", deciding.keeps(number, actor));
            page.setStatus(HttpStatus.GONE);
            return page;
        }
        return new ModelAndView("knowledge/question")
                .addObject("shown", shown.get())
                .addObject("matter", matters.get(shown.get().matter()))
                .addObject("earlier", questions.earlier(number))
                .addObject("taps", questions.taps(number))
                .addObject("tapped", tapped.equals("yes"))
                .addObject("q", PlainText.line(q))
                .addObject("keeps", deciding.keeps(number, actor));
    }

    /** Whether it answered; who says no goes on to raise it, with what he had typed. */
    @PostMapping("/{number:[0-9]{1,18}}/answered")
    ModelAndView tap(
            @PathVariable long number,
            @RequestParam(defaultValue = "") String answered,
            @RequestParam(defaultValue = "") String q,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        var yes = answered.equals("yes");
        questions.tap(number, tapper.keyOf(number, actor, Tapper.visit(request, response)), yes);
        return LocalAddress.seeOther(yes ? "/questions/" + number + "?tapped=yes" : drafts.begin(q));
    }

    private Page<Shown> found(String sought) {
        return new Page<>(like.find(sought), Optional.empty());
    }

    private int waiting(Actor actor) {
        return actor instanceof Actor.Member member && ApprovingLine.isAnyOf(member)
                ? (int) deciding.waiting(member).stream()
                        .filter(DecidingQuestions.Waiting::approves)
                        .count()
                : 0;
    }

    /** One matter of each area of which there is something, for its name. */
    private List<Matter> areas() {
        var letters = questions.areas();
        Map<String, Matter> areas = new LinkedHashMap<>();
        matters.all().stream()
                .filter(matter -> letters.contains(matter.area()))
                .forEach(matter -> areas.putIfAbsent(matter.area(), matter));
        return List.copyOf(areas.values());
    }
}
