package cn.lianxin.newsroom;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What waits for a reviewer, of all channels on one page; and beside it what is ready, under way and out. */
@Controller
class QueueController {

    private static final int SHOWN = 100;

    private final ArticleLists lists;
    private final CheckingTexts checking;
    private final Openings openings;
    private final PassingSeveral passing;

    QueueController(ArticleLists lists, CheckingTexts checking, Openings openings, PassingSeveral passing) {
        this.lists = lists;
        this.checking = checking;
        this.openings = openings;
        this.passing = passing;
    }

    @GetMapping("/newsroom/queue")
    ModelAndView queue(@RequestParam(defaultValue = "waiting") String of, Actor actor) {
        return page(of, List.of(), editor(actor));
    }

    /** What was ticked, each for itself; the page says what became of each. */
    @PostMapping("/newsroom/queue/passes")
    ModelAndView pass(@RequestParam(defaultValue = "") List<String> article, Actor actor) {
        var member = editor(actor);
        return page("waiting", passing.pass(article, member), member);
    }

    private static Actor.Member editor(Actor actor) {
        if (actor instanceof Actor.Member member && Hand.isEditor(member)) {
            return member;
        }
        throw new Refusal.NotFound();
    }

    private ModelAndView page(String of, List<PassingSeveral.Result> results, Actor.Member member) {
        var rows =
                switch (of) {
                    case "waiting" -> lists.waitingFor(member, SHOWN);
                    case "ready" -> lists.ready(member, SHOWN);
                    case "under-way" -> lists.underWay(member, SHOWN);
                    case "out" -> lists.out(member, SHOWN);
                    case "look-again" -> lists.toLookAt(member, checking.toLookAt(), SHOWN);
                    default -> throw new Refusal.NotFound();
                };
        return new ModelAndView("newsroom/queue")
                .addObject("rows", rows)
                .addObject("of", of)
                .addObject("results", results)
                .addObject(
                        "opened",
                        of.equals("waiting")
                                ? openings.of(
                                        member.person(),
                                        rows.stream().map(ArticleLists.Row::id).toList())
                                : Map.of())
                .addObject("waiting", lists.countWaitingFor(member))
                .addObject("toLookAt", lists.countToLookAt(member, checking.toLookAt()));
    }
}
