package cn.lianxin.equality;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.promise.Matters;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where like cases were decided differently. */
@Controller
class EqualityController {

    private final EqualTreatment treatment;
    private final Directory directory;
    private final Matters matters;

    EqualityController(EqualTreatment treatment, Directory directory, Matters matters) {
        this.treatment = treatment;
        this.directory = directory;
        this.matters = matters;
    }

    @GetMapping("/equality")
    ModelAndView show(@RequestParam Optional<Long> mine, Actor actor) {
        var mines = treatment.mines(actor);
        var chosen = mine.map(UnitId::new)
                .or(() -> mines.stream().map(one -> one.id()).findFirst())
                .orElseThrow(Refusal.NotFound::new);
        var looked = treatment.look(chosen, actor);
        var units = Stream.concat(
                        looked.found().stream()
                                .filter(gap -> gap.trait() == Trait.UNIT)
                                .map(gap -> new UnitId(Long.parseLong(gap.group()))),
                        looked.pasted().stream().map(Pasted::unit))
                .collect(Collectors.toSet());
        return new ModelAndView("equality/equality")
                .addObject("mines", mines)
                .addObject("mine", directory.unit(chosen))
                .addObject("looked", looked)
                .addObject("matters", matters)
                .addObject("names", directory.unitNames(units));
    }
}
