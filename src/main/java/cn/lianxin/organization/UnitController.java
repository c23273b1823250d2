package cn.lianxin.organization;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.web.Faults;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The tree of units: looked through, and changed. */
@Controller
class UnitController {

    private static final int FOUND_AT_MOST = 50;

    private final Sight sight;
    private final Directory directory;
    private final UnitRows rows;
    private final Structuring structuring;
    private final HiringInto hiring;
    private final Today today;

    UnitController(
            Sight sight, Directory directory, UnitRows rows, Structuring structuring, HiringInto hiring, Today today) {
        this.sight = sight;
        this.directory = directory;
        this.rows = rows;
        this.structuring = structuring;
        this.hiring = hiring;
        this.today = today;
    }

    @GetMapping("/organization")
    ModelAndView home(@RequestParam(defaultValue = "") String words, Actor actor) {
        var administered = sight.administered(actor);
        var people = sight.search(words, FOUND_AT_MOST, actor);
        var works = people.stream()
                .flatMap(person -> person.unit().stream())
                .distinct()
                .toList();
        return new ModelAndView("organization/home")
                .addObject("words", words)
                .addObject("units", rows.of(administered))
                .addObject("people", people)
                .addObject("unitNames", directory.unitNames(works))
                .addObject("found", words.isBlank() ? List.of() : rows.search(administered, words, FOUND_AT_MOST));
    }

    @GetMapping("/organization/units/{code}")
    ModelAndView show(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String done,
            Actor actor) {
        return page(sight.unit(code, actor), after, Typed.nothing(), Faults.none(), actor)
                .addObject("done", done);
    }

    @PostMapping("/organization/units/{code}/children")
    ModelAndView found(@PathVariable String code, @RequestParam Map<String, String> values, Actor actor) {
        return attempt(
                "found",
                code,
                values,
                actor,
                (unit, typed) -> structuring.found(
                        new NewUnit(
                                typed.at("code"),
                                Forms.choice("kind", UnitKind.class, typed.at("kind")),
                                typed.at("name"),
                                typed.at("shortName"),
                                Optional.of(unit.id()),
                                today.date()),
                        actor));
    }

    @PostMapping("/organization/units/{code}/name")
    ModelAndView rename(@PathVariable String code, @RequestParam Map<String, String> values, Actor actor) {
        return attempt(
                "rename",
                code,
                values,
                actor,
                (unit, typed) -> structuring.rename(
                        unit.id(),
                        Forms.choice("kind", UnitKind.class, typed.at("kind")),
                        typed.at("name"),
                        typed.at("shortName"),
                        actor));
    }

    @PostMapping("/organization/units/{code}/parent")
    ModelAndView move(@PathVariable String code, @RequestParam Map<String, String> values, Actor actor) {
        return attempt(
                "move",
                code,
                values,
                actor,
                (unit, typed) -> structuring.move(unit.id(), sight.named("parent", typed.at("parent"), actor), actor));
    }

    @PostMapping("/organization/units/{code}/dissolution")
    ModelAndView dissolve(@PathVariable String code, @RequestParam Map<String, String> values, Actor actor) {
        return attempt(
                "dissolve",
                code,
                values,
                actor,
                (unit, typed) -> structuring.dissolve(
                        unit.id(),
                        sight.named("successor", typed.at("successor"), actor),
                        Forms.date("on", typed.at("on")),
                        actor));
    }

    @PostMapping("/organization/units/{code}/people")
    ModelAndView hire(@PathVariable String code, @RequestParam Map<String, String> values, Actor actor) {
        return attempt(
                "hire",
                code,
                values,
                actor,
                (unit, typed) -> hiring.hire(
                        new NewPerson(
                                typed.at("staffNumber"),
                                typed.at("name"),
                                Forms.choice("employment", Employment.class, typed.at("employment")),
                                typed.at("phone")),
                        unit.id(),
                        typed.at("title"),
                        typed.values().containsKey("leads"),
                        Forms.date("from", typed.at("from")),
                        actor));
    }

    private interface Step {
        void take(UnitCard unit, Typed typed);
    }

    private ModelAndView attempt(String form, String code, Map<String, String> values, Actor actor, Step step) {
        var unit = sight.unit(code, actor);
        var typed = new Typed(form, values);
        return Forms.attempt(
                typed,
                () -> step.take(unit, typed),
                "/organization/units/" + unit.code() + "?done=" + form,
                (again, faults) -> page(unit, "", again, faults, actor).addObject("done", ""));
    }

    private ModelAndView page(UnitCard unit, String after, Typed typed, Faults faults, Actor actor) {
        var above = directory.upwards(unit.id()).stream().skip(1).toList().reversed().stream()
                .map(directory::unit)
                .toList();
        return new ModelAndView("organization/unit")
                .addObject("unit", unit)
                .addObject("stands", directory.stands(unit.id()))
                .addObject("above", above)
                .addObject(
                        "seenAbove",
                        above.stream()
                                .filter(card -> sight.covers(card.id(), actor))
                                .toList())
                .addObject("children", rows.children(unit.id()))
                .addObject("members", rows.members(unit.id(), after))
                .addObject("posts", rows.posts(unit.id()))
                .addObject("choices", rows.choices(sight.administered(actor)))
                .addObject("typed", typed)
                .addObject("faults", faults);
    }
}
