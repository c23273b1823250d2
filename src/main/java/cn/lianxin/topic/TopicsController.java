package cn.lianxin.topic;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where small complaints point to one large thing. */
@Controller
class TopicsController {

    private final HotTopics topics;
    private final Directory directory;

    TopicsController(HotTopics topics, Directory directory) {
        this.topics = topics;
        this.directory = directory;
    }

    @GetMapping("/topics")
    ModelAndView show(Actor actor) {
        return page(Faults.none(), 0, "", actor);
    }

    @PostMapping("/topics/{alarm}/dismissal")
    ModelAndView dismiss(@PathVariable long alarm, @RequestParam(defaultValue = "") String because, Actor actor) {
        try {
            topics.dismiss(alarm, because, actor);
        } catch (Refusal.Violation violation) {
            var page = page(Faults.of(violation), alarm, because, actor);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return LocalAddress.seeOther("/topics");
    }

    private ModelAndView page(Faults faults, long refused, String because, Actor actor) {
        var shown = topics.shown(actor);
        var units = shown.stream()
                .flatMap(topic -> topic.evidence().stream())
                .map(one -> new UnitId(one.unit()))
                .collect(Collectors.toSet());
        return new ModelAndView("topic/topics")
                .addObject("topics", shown)
                .addObject("units", directory.unitNames(units))
                .addObject("faults", faults)
                .addObject("refused", refused)
                .addObject("because", because);
    }
}
