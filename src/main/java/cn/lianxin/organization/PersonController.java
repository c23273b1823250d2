package cn.lianxin.organization;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.web.Faults;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A person: where he works, where he worked, and what changes about that. */
@Controller
class PersonController {

    private final Sight sight;
    private final UnitRows rows;
    private final Staffing staffing;
    private final Today today;

    PersonController(Sight sight, UnitRows rows, Staffing staffing, Today today) {
        this.sight = sight;
        this.rows = rows;
        this.staffing = staffing;
        this.today = today;
    }

    @GetMapping("/organization/people/{number}")
    ModelAndView show(@PathVariable String number, @RequestParam(defaultValue = "") String done, Actor actor) {
        return page(sight.person(number, actor), Typed.nothing(), Faults.none(), actor)
                .addObject("done", done);
    }

    @PostMapping("/organization/people/{number}/particulars")
    ModelAndView correct(@PathVariable String number, @RequestParam Map<String, String> values, Actor actor) {
        return attempt(
                "correct",
                number,
                values,
                actor,
                (person, typed) -> staffing.correct(
                        person.id(),
                        typed.at("name"),
                        Forms.choice("employment", Employment.class, typed.at("employment")),
                        typed.at("phone"),
                        actor));
    }

    @PostMapping("/organization/people/{number}/traits")
    ModelAndView describe(@PathVariable String number, @RequestParam Map<String, String> values, Actor actor) {
        return attempt(
                "traits",
                number,
                values,
                actor,
                (person, typed) -> staffing.correct(
                        person.id(),
                        new PersonTraits(
                                typed.at("sex").isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(Forms.choice("sex", Sex.class, typed.at("sex"))),
                                Forms.birthYear("birthYear", typed.at("birthYear"), today.date())),
                        typed.values().containsKey("forget"),
                        actor));
    }

    @PostMapping("/organization/people/{number}/transfer")
    ModelAndView transfer(@PathVariable String number, @RequestParam Map<String, String> values, Actor actor) {
        return attempt(
                "transfer",
                number,
                values,
                actor,
                (person, typed) -> staffing.transfer(
                        person.id(),
                        sight.named("unit", typed.at("unit"), actor),
                        typed.at("title"),
                        Forms.date("from", typed.at("from")),
                        actor));
    }

    @PostMapping("/organization/people/{number}/appointments")
    ModelAndView appoint(@PathVariable String number, @RequestParam Map<String, String> values, Actor actor) {
        return attempt(
                "appoint",
                number,
                values,
                actor,
                (person, typed) -> staffing.appoint(
                        person.id(),
                        sight.named("unit", typed.at("unit"), actor),
                        typed.at("title"),
                        typed.values().containsKey("leads"),
                        Forms.date("from", typed.at("from")),
                        false,
                        actor));
    }

    @PostMapping("/organization/people/{number}/appointments/{appointment}/end")
    ModelAndView relieve(
            @PathVariable String number,
            @PathVariable long appointment,
            @RequestParam Map<String, String> values,
            Actor actor) {
        return attempt(
                "relieve",
                number,
                values,
                actor,
                (person, typed) -> staffing.relieve(person.id(), appointment, Forms.date("on", typed.at("on")), actor));
    }

    @PostMapping("/organization/people/{number}/leaving")
    ModelAndView leave(@PathVariable String number, @RequestParam Map<String, String> values, Actor actor) {
        return attempt(
                "leave",
                number,
                values,
                actor,
                (person, typed) -> staffing.leave(person.id(), Forms.date("on", typed.at("on")), actor));
    }

    @PostMapping("/organization/people/{number}/return")
    ModelAndView takeBack(@PathVariable String number, @RequestParam Map<String, String> values, Actor actor) {
        return attempt(
                "return",
                number,
                values,
                actor,
                (person, typed) -> staffing.takeBack(
                        person.id(),
                        sight.named("unit", typed.at("unit"), actor),
                        typed.at("title"),
                        Forms.date("from", typed.at("from")),
                        actor));
    }

    private interface Step {
        void take(PersonCard person, Typed typed);
    }

    private ModelAndView attempt(String form, String number, Map<String, String> values, Actor actor, Step step) {
        var person = sight.person(number, actor);
        var typed = new Typed(form, values);
        return Forms.attempt(
                typed,
                () -> step.take(person, typed),
                "/organization/people/" + person.staffNumber() + "?done=" + form,
                (again, faults) -> page(person, again, faults, actor).addObject("done", ""));
    }

    private ModelAndView page(PersonCard person, Typed typed, Faults faults, Actor actor) {
        return new ModelAndView("organization/person")
                .addObject("person", person)
                .addObject("particulars", sight.particulars(person, actor))
                .addObject("history", sight.history(person, actor))
                .addObject("choices", rows.choices(sight.administered(actor)))
                .addObject("typed", typed)
                .addObject("faults", faults);
    }
}
