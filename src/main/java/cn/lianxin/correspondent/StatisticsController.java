package cn.lianxin.correspondent;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.web.Screen;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who writes how much, for everybody who signed in; and everybody's own pieces with what is paid for them, for him alone. */
@Controller
@RequestMapping("/correspondents")
class StatisticsController {

    private static final int PEOPLE = 100;
    private static final int PIECES = 200;

    private final Contributions contributions;
    private final Files files;
    private final Directory directory;
    private final Clock clock;

    StatisticsController(Contributions contributions, Files files, Directory directory, Clock clock) {
        this.contributions = contributions;
        this.files = files;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView all(
            @RequestParam(defaultValue = "") String period, @RequestParam(defaultValue = "") String unit, Actor actor) {
        var member = Keepers.member(actor);
        var today = LocalDate.ofInstant(clock.instant(), Screen.ZONE);
        var wanted = Period.of(period, today);
        var scope = scope(unit);
        return new ModelAndView("correspondent/statistics")
                .addObject("period", wanted)
                .addObject("periods", Period.offered(today).toList())
                .addObject("scope", scope.map(directory::unit))
                .addObject("whole", contributions.whole(wanted, scope))
                .addObject("people", contributions.byPerson(wanted, scope, PEOPLE))
                .addObject("channels", contributions.byChannel(wanted, scope))
                .addObject("levels", contributions.byLevel(wanted, scope))
                .addObject("units", contributions.byUnit(wanted, scope))
                .addObject("most", PEOPLE)
                .addObject("keeps", Keepers.keeps(member));
    }

    @GetMapping("/mine")
    ModelAndView mine(Actor actor) {
        var member = Keepers.member(actor);
        return new ModelAndView("correspondent/mine")
                .addObject("pieces", contributions.own(member.person(), PIECES))
                .addObject("corrections", contributions.ownCorrections(member.person()))
                .addObject(
                        "file", files.isOne(member.person()) ? member.person().value() : 0L);
    }

    private Optional<UnitId> scope(String unit) {
        if (unit.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                directory.unitByCode(unit).orElseThrow(Refusal.NotFound::new).id());
    }
}
