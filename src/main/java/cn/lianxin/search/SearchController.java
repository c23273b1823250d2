package cn.lianxin.search;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.promise.Matter;
import cn.lianxin.promise.Matters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of the one box. */
@Controller
class SearchController {

    private static final int ARTICLES = 3;

    private final Searching searching;
    private final FindingArticles articles;
    private final Units units;
    private final Matters matters;

    SearchController(Searching searching, FindingArticles articles, Units units, Matters matters) {
        this.searching = searching;
        this.articles = articles;
        this.units = units;
        this.matters = matters;
    }

    @GetMapping("/search")
    ModelAndView search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String matter,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String after,
            Actor actor) {
        if (!(actor instanceof Actor.Member || actor instanceof Actor.ReceiptHolder)) {
            throw new Refusal.NotFound();
        }
        var wish = new Wish(q, state, unit, matter, from, until, sort, after);
        return new ModelAndView("search/search")
                .addObject("wish", wish)
                .addObject("unit", unit.isEmpty() ? Optional.empty() : units.byCode(unit))
                .addObject("areas", areas())
                .addObject("matters", matters)
                .addObject("keeps", actor.is(Role.ADMINISTRATOR))
                .addObject("articles", articles(wish))
                .addObject("found", searching.find(wish, Door.SEARCH, actor));
    }

    /** Beside the first page, and where nothing was asked for that an article does not have. */
    private FoundArticles articles(Wish wish) {
        return wish.narrows() || !wish.after().isEmpty()
                ? FoundArticles.NOTHING
                : articles.find(wish.words(), "", ARTICLES);
    }

    private List<Matter> areas() {
        Map<String, Matter> areas = new LinkedHashMap<>();
        matters.all().forEach(matter -> areas.putIfAbsent(matter.area(), matter));
        return List.copyOf(areas.values());
    }
}
