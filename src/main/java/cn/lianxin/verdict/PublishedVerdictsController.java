package cn.lianxin.verdict;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.UnitCard;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What workers said of the answers, as numbers, for everybody who signs in. */
@Controller
class PublishedVerdictsController {

    private final PublishedVerdicts published;
    private final Directory directory;

    PublishedVerdictsController(PublishedVerdicts published, Directory directory) {
        this.published = published;
        this.directory = directory;
    }

    @GetMapping("/verdicts")
    ModelAndView show(@RequestParam Optional<Long> unit, Actor actor) {
        if (!(actor instanceof Actor.Member)) {
            throw new Refusal.NotAllowed("sign-in-first");
        }
        var chosen = unit.map(UnitId::new).map(directory::unit).orElseGet(this::highest);
        var lines = published.byPart(chosen.id());
        return new ModelAndView("verdict/published")
                .addObject("unit", chosen)
                .addObject(
                        "names",
                        directory.unitNames(
                                lines.stream().map(UnitVerdicts::unit).toList()))
                .addObject("lines", lines);
    }

    private UnitCard highest() {
        return directory.unitsByCode().values().stream()
                .filter(card -> card.parent().isEmpty() && directory.stands(card.id()))
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
    }
}
