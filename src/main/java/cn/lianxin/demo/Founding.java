package cn.lianxin.demo;

import cn.lianxin.identity.Granting;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.organization.NewPerson;
import cn.lianxin.organization.NewUnit;
import cn.lianxin.organization.Staffing;
import cn.lianxin.organization.Structuring;
import cn.lianxin.promise.Matters;
import cn.lianxin.promise.Responsibility;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Founds the planned units, takes the people on, gives the roles and writes the table of responsibility. */
@Component
class Founding {

    private static final Actor BY = new Actor.Clockwork("demo");
    private static final LocalDate FOUNDED = LocalDate.of(1986, 7, 1);

    private final Structuring structuring;
    private final Staffing staffing;
    private final Granting granting;
    private final Matters matters;
    private final Responsibility responsibility;

    Founding(
            Structuring structuring,
            Staffing staffing,
            Granting granting,
            Matters matters,
            Responsibility responsibility) {
        this.structuring = structuring;
        this.staffing = staffing;
        this.granting = granting;
        this.matters = matters;
        this.responsibility = responsibility;
    }

    /** The people by staff number. Runs within the caller's transaction. */
    Map<String, PersonId> found(Company company, LocalDate today) {
        var plan = company.plan();
        for (var unit : plan.units().values()) {
            var parent = unit.parent().isEmpty()
                    ? Optional.<cn.lianxin.kernel.UnitId>empty()
                    : Optional.of(company.unit(unit.parent()));
            structuring.found(
                    new NewUnit(unit.code(), unit.kind(), unit.name(), unit.shortName(), parent, FOUNDED), BY);
        }
        var people = new HashMap<String, PersonId>();
        plan.people().forEach(person -> people.put(person.staffNumber(), hire(person, company)));
        plan.secondPosts()
                .forEach(post -> staffing.appoint(
                        id(people, post.person()),
                        company.unit(post.unit()),
                        post.title(),
                        false,
                        today.minusMonths(14),
                        false,
                        BY));
        plan.grants()
                .forEach(grant -> granting.grant(
                        id(people, grant.person()),
                        grant.role(),
                        company.unit(grant.unit()),
                        today.minusMonths(24),
                        Optional.empty(),
                        BY));
        assignMatters(company, today.minusMonths(24));
        return people;
    }

    private PersonId hire(PersonPlan person, Company company) {
        var id = staffing.hire(new NewPerson(person.staffNumber(), person.name(), person.employment(), ""), BY);
        staffing.appoint(id, company.unit(person.unit()), person.title(), person.leads(), person.from(), true, BY);
        person.leftOn().ifPresent(day -> staffing.leave(id, day, BY));
        return id;
    }

    private void assignMatters(Company company, LocalDate from) {
        var plan = company.plan();
        var leads = new LeadUnits(plan);
        for (var matter : matters.all()) {
            for (var unit : plan.units().values()) {
                switch (unit.kind()) {
                    case GROUP, COMPANY, MINE ->
                        assign(matter.code(), unit, leads.leadInHouse(matter, unit), company, from);
                    case DISTRICT, CONTRACTOR -> {
                        if (leads.leadsInDistrict(matter)) {
                            assign(matter.code(), unit, unit, company, from);
                        }
                    }
                    case CREW, DEPARTMENT -> {}
                }
            }
        }
    }

    private void assign(String matter, UnitPlan scope, UnitPlan lead, Company company, LocalDate from) {
        responsibility.assign(matter, company.unit(scope.code()), company.unit(lead.code()), from);
    }

    private static PersonId id(Map<String, PersonId> people, PersonPlan person) {
        return java.util.Objects.requireNonNull(people.get(person.staffNumber()));
    }
}
