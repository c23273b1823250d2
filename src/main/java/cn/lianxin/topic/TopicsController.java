package cn.lianxin.topic;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import java.util.List;
import java.util.Map;
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
    ModelAndView list(Actor actor) {
        var shown = topics.shown(actor);
        return new ModelAndView("topic/list").addObject("topics", shown).addObject("units", names(shown));
    }

    @GetMapping("/topics/{alarm:[0-9]{1,18}}")
    ModelAndView show(@PathVariable long alarm, Actor actor) {
        return page(alarm, Faults.none(), "", actor);
    }

    @PostMapping("/topics/{alarm:[0-9]{1,18}}/dismissal")
    ModelAndView dismiss(@PathVariable long alarm, @RequestParam(defaultValue = "") String because, Actor actor) {
        try {
            topics.dismiss(alarm, because, actor);
        } catch (Refusal.Violation violation) {
            var page = page(alarm, Faults.of(violation), because, actor);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return LocalAddress.seeOther("/topics/" + alarm);
    }

    private ModelAndView page(long alarm, Faults faults, String because, Actor actor) {
        var shown = topics.one(alarm, actor);
        return new ModelAndView("topic/alarm")
                .addObject("topic", shown)
                .addObject("units", names(List.of(shown)))
                .addObject("faults", faults)
                .addObject("because", because);
    }

    private Map<UnitId, String> names(List<ShownAlarm> shown) {
        return directory.unitNames(
                shown.stream().flatMap(topic -> topic.units().stream()).collect(Collectors.toSet()));
    }
}
