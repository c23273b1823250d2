package cn.lianxin.raising;

import cn.lianxin.concern.ConcernLists;
import cn.lianxin.concern.ConcernRow;
import cn.lianxin.kernel.Actor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The first page: raise, look after one's own, come back with a receipt. */
@Controller
class HomeController {

    private static final Set<String> WAITING_FOR_HIM = Set.of("ASKED_FOR_MORE", "REPLIED", "REVIEWED", "DECLINED");

    private final ConcernLists lists;
    private final Writers writers;

    HomeController(ConcernLists lists, Writers writers) {
        this.lists = lists;
        this.writers = writers;
    }

    @GetMapping("/")
    ModelAndView home(Actor actor) {
        var own = actor instanceof Actor.Visitor
                ? List.<ConcernRow>of()
                : lists.own(Optional.empty(), actor).rows();
        return new ModelAndView("raising/home")
                .addObject("writer", writers.markOf(actor))
                .addObject("open", own.stream().filter(ConcernRow::waits).count())
                .addObject(
                        "waiting",
                        own.stream()
                                .filter(row -> WAITING_FOR_HIM.contains(row.state()))
                                .limit(3)
                                .toList());
    }
}
