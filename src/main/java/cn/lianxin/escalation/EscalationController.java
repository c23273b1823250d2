package cn.lianxin.escalation;

import cn.lianxin.concern.ConcernLists;
import cn.lianxin.concern.ConcernRow;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What was told to a leader or a supervisor and still waits for an answer. */
@Controller
class EscalationController {

    /** A row and how it came here. */
    record ToldRow(ConcernRow row, Climbs.Told told) {}

    private final Climbs climbs;
    private final ConcernLists lists;

    EscalationController(Climbs climbs, ConcernLists lists) {
        this.climbs = climbs;
        this.lists = lists;
    }

    @GetMapping("/escalations")
    ModelAndView show(Actor actor) {
        if (!isFor(actor)) {
            throw new Refusal.NotFound();
        }
        var told = climbs.toldTo(unitsOf(actor)).stream()
                .collect(Collectors.toMap(Climbs.Told::concern, Function.identity()));
        var lines = lists.waitingAmong(told.keySet(), actor).stream()
                .flatMap(row -> Stream.ofNullable(told.get(row.id())).map(last -> new ToldRow(row, last)))
                .toList();
        return new ModelAndView("escalation/escalations").addObject("lines", lines);
    }

    static boolean isFor(Actor actor) {
        return actor.is(Role.UNIT_LEADER) || actor.is(Role.SUPERVISOR);
    }

    private static Collection<UnitId> unitsOf(Actor actor) {
        return Stream.concat(actor.unitsAs(Role.UNIT_LEADER).stream(), actor.unitsAs(Role.SUPERVISOR).stream())
                .distinct()
                .toList();
    }
}
