package cn.lianxin.dispatch;

import cn.lianxin.concern.Danger;
import cn.lianxin.concern.Dangers;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.web.LocalAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The dispatcher's wall. */
@Controller
class DispatchController {

    /** An alarm with what it is about. */
    record Line(Alarm alarm, Danger danger) {}

    private static final Duration SHOWN = Duration.ofDays(2);

    private final Alarms alarms;
    private final Dangers dangers;
    private final HearingAlarms hearing;
    private final Clock clock;

    DispatchController(Alarms alarms, Dangers dangers, HearingAlarms hearing, Clock clock) {
        this.alarms = alarms;
        this.dangers = dangers;
        this.hearing = hearing;
        this.clock = clock;
    }

    @GetMapping("/dispatch")
    ModelAndView show(Actor actor) {
        var dispatcher = dispatcher(actor);
        var shown = alarms.below(actor.unitsAs(Role.DISPATCHER), clock.instant().minus(SHOWN));
        var dangerous = dangers.before(shown.stream().map(Alarm::concern).toList(), dispatcher);
        var lines = shown.stream()
                .flatMap(alarm ->
                        Stream.ofNullable(dangerous.get(alarm.concern())).map(danger -> new Line(alarm, danger)))
                .toList();
        return new ModelAndView("dispatch/dispatch")
                .addObject("unheard", unheard(lines))
                .addObject(
                        "heard",
                        lines.stream()
                                .filter(line -> line.alarm().heardBy().isPresent())
                                .toList());
    }

    @PostMapping("/dispatch/{concern:[0-9]{1,18}}/hearing")
    ModelAndView hear(@PathVariable long concern, Actor actor) {
        hearing.hear(concern, dispatcher(actor));
        return LocalAddress.seeOther("/dispatch");
    }

    private static List<Line> unheard(List<Line> lines) {
        return lines.stream().filter(line -> line.alarm().heardBy().isEmpty()).toList();
    }

    private static Actor.Member dispatcher(Actor actor) {
        if (actor instanceof Actor.Member member && member.is(Role.DISPATCHER)) {
            return member;
        }
        throw new Refusal.NotFound();
    }
}
