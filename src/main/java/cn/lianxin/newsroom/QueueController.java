package cn.lianxin.newsroom;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What waits for a reviewer, of all channels on one page; and beside it what is ready, under way and out. */
@Controller
class QueueController {

    private static final int SHOWN = 100;

    private final ArticleLists lists;
    private final CheckingTexts checking;

    QueueController(ArticleLists lists, CheckingTexts checking) {
        this.lists = lists;
        this.checking = checking;
    }

    @GetMapping("/newsroom/queue")
    ModelAndView queue(@RequestParam(defaultValue = "waiting") String of, Actor actor) {
        if (!(actor instanceof Actor.Member member) || !Hand.isEditor(member)) {
            throw new Refusal.NotFound();
        }
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
                .addObject("waiting", lists.countWaitingFor(member))
                .addObject("toLookAt", lists.countToLookAt(member, checking.toLookAt()));
    }
}
