package cn.lianxin.search;

import cn.lianxin.newsroom.Channels;
import cn.lianxin.newsroom.Mastheads;
import cn.lianxin.platform.web.Screen;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The box of the paper, for whoever comes by. */
@Controller
class PaperSearchController {

    private static final int PAGE_SIZE = 20;

    private final FindingArticles finding;
    private final Channels channels;
    private final Mastheads mastheads;
    private final Clock clock;

    PaperSearchController(FindingArticles finding, Channels channels, Mastheads mastheads, Clock clock) {
        this.finding = finding;
        this.channels = channels;
        this.mastheads = mastheads;
        this.clock = clock;
    }

    @GetMapping("/news/search")
    ModelAndView search(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String after) {
        var wish = new Wish(q, "", "", "", "", "", "", after);
        return new ModelAndView("search/paper")
                .addObject("wish", wish)
                .addObject("found", finding.find(wish.words(), after, PAGE_SIZE))
                .addObject("channels", channels.shown())
                .addObject("masthead", mastheads.inForce(LocalDate.ofInstant(clock.instant(), Screen.ZONE)));
    }
}
