package cn.lianxin.exemplar;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One article about exemplars: whoever is held up says yes or takes it back, its editors see what is still missing. */
@Controller
@RequestMapping("/exemplars")
class ExemplarController {

    private final ExemplarPages pages;
    private final NamingExemplars naming;
    private final DecidingExemplars deciding;
    private final Consenting consenting;

    ExemplarController(ExemplarPages pages, NamingExemplars naming, DecidingExemplars deciding, Consenting consenting) {
        this.pages = pages;
        this.naming = naming;
        this.deciding = deciding;
        this.consenting = consenting;
    }

    /** Those in which one is named oneself. */
    @GetMapping
    ModelAndView mine(Actor actor) {
        return new ModelAndView("exemplar/mine").addObject("articles", pages.own(member(actor)));
    }

    /** Whoever is named sees what he is asked, also where he is an editor. */
    @GetMapping("/{article:[0-9]{1,18}}")
    ModelAndView show(@PathVariable long article, Actor actor) {
        var member = member(actor);
        return pages.own(article, member)
                .map(own -> new ModelAndView("exemplar/own")
                        .addObject("own", own)
                        .addObject("keeps", pages.keeps(article, member)))
                .orElseGet(() -> keeping(article, member, Faults.none(), HttpStatus.OK));
    }

    @GetMapping("/{article:[0-9]{1,18}}/keeping")
    ModelAndView keeping(@PathVariable long article, Actor actor) {
        return keeping(article, member(actor), Faults.none(), HttpStatus.OK);
    }

    @PostMapping("/{article:[0-9]{1,18}}/consent")
    ModelAndView consent(@PathVariable long article, Actor actor) {
        consenting.consent(article, member(actor));
        return LocalAddress.seeOther("/exemplars/" + article);
    }

    @PostMapping("/{article:[0-9]{1,18}}/consent/withdrawal")
    ModelAndView withdraw(@PathVariable long article, Actor actor) {
        consenting.withdraw(article, member(actor));
        return LocalAddress.seeOther("/exemplars/" + article);
    }

    @PostMapping("/{article:[0-9]{1,18}}/people")
    ModelAndView name(
            @PathVariable long article,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String number,
            Actor actor) {
        return step(article, actor, member -> naming.name(article, name, number, member));
    }

    @PostMapping("/{article:[0-9]{1,18}}/crew")
    ModelAndView crew(@PathVariable long article, @RequestParam(defaultValue = "") String crew, Actor actor) {
        return step(article, actor, member -> naming.callCrew(article, crew, member));
    }

    @PostMapping("/{article:[0-9]{1,18}}/notice")
    ModelAndView notice(@PathVariable long article, @RequestParam(defaultValue = "") String notice, Actor actor) {
        return step(article, actor, member -> naming.runBy(article, notice, member));
    }

    @PostMapping("/{article:[0-9]{1,18}}/people/{subject:[0-9]{1,18}}/paper")
    ModelAndView onPaper(
            @PathVariable long article,
            @PathVariable long subject,
            @RequestParam(defaultValue = "") String seenBy,
            @RequestParam(defaultValue = "") String day,
            Actor actor) {
        return step(article, actor, member -> naming.onPaper(article, subject, seenBy, day, member));
    }

    @PostMapping("/{article:[0-9]{1,18}}/people/{subject:[0-9]{1,18}}/withdrawal")
    ModelAndView withdrawnOnPaper(@PathVariable long article, @PathVariable long subject, Actor actor) {
        return step(article, actor, member -> naming.withdrawnOnPaper(article, subject, member));
    }

    @PostMapping("/{article:[0-9]{1,18}}/people/{subject:[0-9]{1,18}}/removal")
    ModelAndView takeOff(
            @PathVariable long article,
            @PathVariable long subject,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean answers,
            Actor actor) {
        return step(article, actor, member -> deciding.takeOff(article, subject, reason, answers, member));
    }

    /** It may come out although objections were found right. */
    @PostMapping("/{article:[0-9]{1,18}}/decision")
    ModelAndView decide(
            @PathVariable long article,
            @RequestParam(defaultValue = "0") long upheld,
            @RequestParam(defaultValue = "") String decision,
            Actor actor) {
        return step(article, actor, member -> deciding.nevertheless(article, upheld, decision, member));
    }

    private interface Step {
        void by(Actor.Member member);
    }

    private ModelAndView step(long article, Actor actor, Step step) {
        var member = member(actor);
        try {
            step.by(member);
            return LocalAddress.seeOther("/exemplars/" + article + "/keeping");
        } catch (Refusal.Violation violation) {
            return keeping(article, member, Faults.of(violation), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Refusal.Conflict conflict) {
            return keeping(article, member, Faults.none().add("", conflict.code()), HttpStatus.CONFLICT);
        }
    }

    private ModelAndView keeping(long article, Actor.Member by, Faults faults, HttpStatus status) {
        var page = new ModelAndView("exemplar/keeping")
                .addObject("keeping", pages.keeping(article, by))
                .addObject("faults", faults);
        page.setStatus(status);
        return page;
    }

    private static Actor.Member member(Actor actor) {
        if (actor instanceof Actor.Member member) {
            return member;
        }
        throw new Refusal.NotFound();
    }
}
