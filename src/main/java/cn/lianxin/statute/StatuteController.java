package cn.lianxin.statute;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.newsroom.WatchedArticles;
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

/** Which clauses an article explains, for its editors. */
@Controller
@RequestMapping("/statutes/articles/{article:[0-9]{1,18}}")
class StatuteController {

    private final Statutes statutes;
    private final ExplainingStatutes explaining;
    private final WatchedArticles articles;

    StatuteController(Statutes statutes, ExplainingStatutes explaining, WatchedArticles articles) {
        this.statutes = statutes;
        this.explaining = explaining;
        this.articles = articles;
    }

    @GetMapping
    ModelAndView show(@PathVariable long article, Actor actor) {
        return page(article, member(actor), "", "", Faults.none(), HttpStatus.OK);
    }

    @PostMapping("/links")
    ModelAndView link(
            @PathVariable long article,
            @RequestParam(defaultValue = "") String law,
            @RequestParam(defaultValue = "") String clause,
            Actor actor) {
        var member = member(actor);
        try {
            explaining.link(article, law, clause, member);
        } catch (Refusal.Violation violation) {
            return page(article, member, law, clause, Faults.of(violation), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return back(article);
    }

    @PostMapping("/links/{link:[0-9]{1,18}}/removal")
    ModelAndView unlink(@PathVariable long article, @PathVariable long link, Actor actor) {
        explaining.unlink(article, link, member(actor));
        return back(article);
    }

    @PostMapping("/links/{link:[0-9]{1,18}}/still-right")
    ModelAndView stillRight(@PathVariable long article, @PathVariable long link, Actor actor) {
        explaining.stillRight(article, link, member(actor));
        return back(article);
    }

    private ModelAndView page(
            long article, Actor.Member by, String law, String clause, Faults faults, HttpStatus status) {
        var page = new ModelAndView("statute/article")
                .addObject("piece", articles.forEditor(article, by))
                .addObject("explained", statutes.of(article))
                .addObject("laws", statutes.laws())
                .addObject("law", law)
                .addObject("clause", clause)
                .addObject("faults", faults);
        page.setStatus(status);
        return page;
    }

    private static ModelAndView back(long article) {
        return LocalAddress.seeOther("/statutes/articles/" + article);
    }

    private static Actor.Member member(Actor actor) {
        if (actor instanceof Actor.Member member) {
            return member;
        }
        throw new Refusal.NotFound();
    }
}
