package cn.lianxin.portal;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.newsroom.Channels;
import cn.lianxin.newsroom.Mastheads;
import cn.lianxin.platform.rendition.Renditions;
import cn.lianxin.platform.web.Screen;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The front page, a channel, a month, and who makes the paper. */
@Controller
@RequestMapping("/news")
class PortalController {

    private static final String CHANNEL = "{channel:[a-z-]{2,30}}";

    private final PublishedArticles articles;
    private final Channels channels;
    private final Mastheads mastheads;
    private final Renditions renditions;
    private final Clock clock;

    PortalController(
            PublishedArticles articles, Channels channels, Mastheads mastheads, Renditions renditions, Clock clock) {
        this.articles = articles;
        this.channels = channels;
        this.mastheads = mastheads;
        this.renditions = renditions;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView front() {
        var all = channels.shown();
        return page("front")
                .addObject("channels", all)
                .addObject("webp", renditions.webp())
                .addObject("front", FrontPage.of(articles.newestOfEach(), all));
    }

    @GetMapping("/channels/" + CHANNEL)
    ModelAndView channel(@PathVariable String channel, @RequestParam(defaultValue = "") String after) {
        var found = channels.find(channel).orElseThrow(Refusal.NotFound::new);
        return page("channel")
                .addObject("channels", channels.shown())
                .addObject("channel", found)
                .addObject("first", after.isEmpty())
                .addObject("webp", renditions.webp())
                .addObject("page", articles.ofChannel(channel, after));
    }

    @GetMapping("/archive")
    ModelAndView archive() {
        return month(YearMonth.from(today()));
    }

    @GetMapping("/archive/{month:[0-9]{4}-[0-9]{2}}")
    ModelAndView archive(@PathVariable String month) {
        try {
            return month(YearMonth.parse(month));
        } catch (DateTimeParseException notOne) {
            throw new Refusal.NotFound();
        }
    }

    @GetMapping("/masthead")
    ModelAndView masthead() {
        return page("masthead").addObject("channels", channels.shown());
    }

    private ModelAndView month(YearMonth month) {
        var days = articles.of(month).stream()
                .collect(Collectors.groupingBy(
                        story -> LocalDate.ofInstant(story.firstAt(), Screen.ZONE),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return page("archive")
                .addObject("channels", channels.shown())
                .addObject("month", month)
                .addObject("months", months())
                .addObject("days", days);
    }

    /** The newest first, back to the month of the first article. */
    private List<YearMonth> months() {
        var months = new ArrayList<YearMonth>();
        var last = YearMonth.from(today());
        var first = articles.firstMonth().orElse(last);
        for (var month = last; !month.isBefore(first); month = month.minusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    private ModelAndView page(String name) {
        return new ModelAndView("portal/" + name).addObject("masthead", mastheads.inForce(today()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Screen.ZONE);
    }
}
