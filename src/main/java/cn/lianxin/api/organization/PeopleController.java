package cn.lianxin.api.organization;

import static cn.lianxin.application.ApplicationScope.ORGANIZATION;
import static cn.lianxin.application.ApplicationScope.ORGANIZATION_READ;

import cn.lianxin.api.document.FromBody;
import cn.lianxin.api.document.FromQuery;
import cn.lianxin.api.document.Operation;
import cn.lianxin.api.document.Topic;
import cn.lianxin.application.RequiresScope;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.Employment;
import cn.lianxin.organization.HistoryRow;
import cn.lianxin.organization.PersonCard;
import cn.lianxin.organization.Sight;
import cn.lianxin.organization.Staffing;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** People: where they work, where they worked, and what changes about that. */
@RestController
@RequestMapping("/api/v1/people")
class PeopleController {

    private static final int FOUND_AT_MOST = 50;

    record WordsOfPerson(@Size(min = 1, max = 100) String words) {}

    /** @param unit code of where he works, where that is the caller's to see */
    record PersonItem(
            String staffNumber, String name, Optional<String> unit, String title, Optional<LocalDate> leftOn) {}

    record PersonItems(List<PersonItem> items) {}

    record AppointmentItem(
            long id,
            String unit,
            String unitName,
            String title,
            boolean leads,
            boolean main,
            LocalDate from,
            Optional<LocalDate> until) {

        static AppointmentItem of(HistoryRow row) {
            return new AppointmentItem(
                    row.appointment(),
                    row.unitCode(),
                    row.unitName(),
                    row.title(),
                    row.leads(),
                    row.main(),
                    row.from(),
                    row.until());
        }
    }

    record OnePerson(PersonItem person, Employment employment, String phone, List<AppointmentItem> appointments) {}

    record Particulars(String name, Employment employment, Optional<String> phone) {}

    record PostToTake(String unit, String title, LocalDate from) {}

    record PostBesides(String unit, String title, boolean leads, LocalDate from) {}

    record LastDay(LocalDate on) {}

    private final Sight sight;
    private final Directory directory;
    private final Staffing staffing;

    PeopleController(Sight sight, Directory directory, Staffing staffing) {
        this.sight = sight;
        this.directory = directory;
        this.staffing = staffing;
    }

    @GetMapping
    @Operation(Topic.ORGANIZATION)
    @RequiresScope({ORGANIZATION_READ, ORGANIZATION})
    PersonItems searchPeople(@FromQuery WordsOfPerson search, Actor actor) {
        return new PersonItems(sight.search(search.words(), FOUND_AT_MOST, actor).stream()
                .map(person -> item(person, actor))
                .toList());
    }

    @GetMapping("/{staffNumber}")
    @Operation(Topic.ORGANIZATION)
    @RequiresScope({ORGANIZATION_READ, ORGANIZATION})
    OnePerson showPerson(@PathVariable String staffNumber, Actor actor) {
        var person = sight.person(staffNumber, actor);
        var particulars = sight.particulars(person, actor);
        return new OnePerson(
                item(person, actor),
                particulars.employment(),
                particulars.phone(),
                sight.history(person, actor).stream().map(AppointmentItem::of).toList());
    }

    @PostMapping("/{staffNumber}/particulars")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.ORGANIZATION)
    @RequiresScope(ORGANIZATION)
    void correctPerson(@PathVariable String staffNumber, @FromBody Particulars asked, Actor actor) {
        var person = sight.person(staffNumber, actor);
        staffing.correct(
                person.id(), asked.name(), asked.employment(), asked.phone().orElse(""), actor);
    }

    @PostMapping("/{staffNumber}/transfer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.ORGANIZATION)
    @RequiresScope(ORGANIZATION)
    void transferPerson(@PathVariable String staffNumber, @FromBody PostToTake asked, Actor actor) {
        var person = sight.person(staffNumber, actor);
        var unit = sight.named("unit", asked.unit(), actor);
        staffing.transfer(person.id(), unit, asked.title(), asked.from(), actor);
    }

    @PostMapping("/{staffNumber}/appointments")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(Topic.ORGANIZATION)
    @RequiresScope(ORGANIZATION)
    void appointPerson(@PathVariable String staffNumber, @FromBody PostBesides asked, Actor actor) {
        var person = sight.person(staffNumber, actor);
        var unit = sight.named("unit", asked.unit(), actor);
        staffing.appoint(person.id(), unit, asked.title(), asked.leads(), asked.from(), false, actor);
    }

    @PostMapping("/{staffNumber}/appointments/{appointment}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.ORGANIZATION)
    @RequiresScope(ORGANIZATION)
    void relievePerson(
            @PathVariable String staffNumber, @PathVariable String appointment, @FromBody LastDay asked, Actor actor) {
        var person = sight.person(staffNumber, actor);
        staffing.relieve(person.id(), id(appointment), asked.on(), actor);
    }

    @PostMapping("/{staffNumber}/leaving")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.ORGANIZATION)
    @RequiresScope(ORGANIZATION)
    void leavePerson(@PathVariable String staffNumber, @FromBody LastDay asked, Actor actor) {
        staffing.leave(sight.person(staffNumber, actor).id(), asked.on(), actor);
    }

    @PostMapping("/{staffNumber}/return")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.ORGANIZATION)
    @RequiresScope(ORGANIZATION)
    void takeBackPerson(@PathVariable String staffNumber, @FromBody PostToTake asked, Actor actor) {
        var person = sight.person(staffNumber, actor);
        var unit = sight.named("unit", asked.unit(), actor);
        staffing.takeBack(person.id(), unit, asked.title(), asked.from(), actor);
    }

    private PersonItem item(PersonCard person, Actor actor) {
        var unit = person.unit()
                .filter(it -> sight.covers(it, actor))
                .map(it -> directory.unit(it).code());
        return new PersonItem(person.staffNumber(), person.name(), unit, person.title(), person.leftOn());
    }

    private static long id(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new Refusal.NotFound();
        }
        return Long.parseLong(text);
    }
}
