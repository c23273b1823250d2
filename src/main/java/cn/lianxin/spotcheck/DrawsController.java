package cn.lianxin.spotcheck;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What is published of the draws: to everybody who signs in what binds us, the lists to those outside the line. */
@Controller
class DrawsController {

    /** A period as it is published. */
    record Published(Period period, Optional<String> seed, Map<UnitId, BigDecimal> rates) {}

    private final Periods periods;
    private final Draws draws;
    private final Findings findings;
    private final OutsideTheLine outside;
    private final Directory directory;

    DrawsController(Periods periods, Draws draws, Findings findings, OutsideTheLine outside, Directory directory) {
        this.periods = periods;
        this.draws = draws;
        this.findings = findings;
        this.outside = outside;
        this.directory = directory;
    }

    @GetMapping("/spot-checks/draws")
    ModelAndView draws(Actor actor) {
        if (!(actor instanceof Actor.Member member)) {
            throw new Refusal.NotAllowed("sign-in-first");
        }
        var published = periods.all().stream()
                .map(period -> new Published(period, periods.revealedSeed(period.id()), periods.rates(period.id())))
                .toList();
        var units = published.stream()
                .flatMap(one -> one.rates().keySet().stream())
                .distinct()
                .toList();
        return new ModelAndView("spotcheck/draws")
                .addObject("published", published)
                .addObject("names", directory.unitNames(units))
                .addObject("lists", units.stream().anyMatch(unit -> outside.maySupervise(member, unit)));
    }

    /** All that the draw follows from, and what came of it, unit by unit. */
    @GetMapping("/spot-checks/draws/{period:[0-9]{1,18}}/list")
    ResponseEntity<String> list(@PathVariable long period, Actor actor) {
        var member = SpotCheckController.checker(actor);
        var found = periods.find(period).orElseThrow(Refusal.NotFound::new);
        var text = DrawList.of(
                found,
                periods.revealedSeed(period),
                periods.rates(period),
                draws.candidates(period),
                draws.drawn(period),
                unit -> outside.maySupervise(member, unit));
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(text);
    }

    @GetMapping("/spot-checks/findings")
    ModelAndView findings(Actor actor) {
        var member = SpotCheckController.checker(actor);
        List<FindingsOfPeriod> lines = periods.all().stream()
                .filter(period -> period.revealedAt().isPresent())
                .map(period -> new FindingsOfPeriod(
                        period,
                        findings.of(period.id()).stream()
                                .filter(finding -> finding.named() && outside.maySupervise(member, finding.unit()))
                                .toList()))
                .toList();
        var units = lines.stream()
                .flatMap(line -> line.named().stream().map(UnitFinding::unit))
                .toList();
        return new ModelAndView("spotcheck/findings")
                .addObject("lines", lines)
                .addObject("names", directory.unitNames(units));
    }

    /** The units of one period that are named to this reader. */
    record FindingsOfPeriod(Period period, List<UnitFinding> named) {}
}
