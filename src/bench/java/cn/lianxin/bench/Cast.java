package cn.lianxin.bench;

import cn.lianxin.identity.Accounts;
import cn.lianxin.identity.Granting;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Employment;
import cn.lianxin.organization.NewPerson;
import cn.lianxin.organization.NewUnit;
import cn.lianxin.organization.Staffing;
import cn.lianxin.organization.Structuring;
import cn.lianxin.organization.UnitKind;
import cn.lianxin.privacy.Confirming;
import cn.lianxin.promise.Matters;
import cn.lianxin.promise.Responsibility;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/**
 * The people of the bench: a mine with eight districts, a desk officer, a handler in each, and workers. Each district answers
 * for all matters of its own people: where nobody did, all filings would wait for the one row that counts the hole.
 */
record Cast(UnitId mine, List<UnitId> districts, PersonId desk, List<PersonId> handlers, List<PersonId> workers) {

    static final String PASSWORD = "the bench signs in";

    private static final Actor FOUNDER = new Actor.Clockwork("bench");

    static Cast of(ApplicationContext context) {
        var structuring = context.getBean(Structuring.class);
        var granting = context.getBean(Granting.class);
        var today = LocalDate.now();
        var group = structuring.found(
                new NewUnit("BENCH", UnitKind.GROUP, "测速集团", "", Optional.empty(), today.minusYears(3)), FOUNDER);
        var mine = structuring.found(
                new NewUnit("BENCH-M", UnitKind.MINE, "测速矿", "", Optional.of(group), today.minusYears(3)), FOUNDER);
        var staffing = context.getBean(Staffing.class);
        var people = new Object() {
            int number;

            PersonId in(UnitId unit) {
                var person = staffing.hire(new NewPerson("B" + ++number, "测" + number, Employment.OWN, ""), FOUNDER);
                staffing.appoint(person, unit, "职工" + number, false, today.minusYears(2), true, FOUNDER);
                return person;
            }
        };
        var desk = people.in(mine);
        granting.grant(desk, Role.DESK_OFFICER, mine, today.minusYears(2), Optional.empty(), FOUNDER);
        var districts = new ArrayList<UnitId>();
        var handlers = new ArrayList<PersonId>();
        var workers = new ArrayList<PersonId>();
        for (var i = 1; i <= 8; i++) {
            var district = structuring.found(
                    new NewUnit(
                            "BENCH-D" + i,
                            UnitKind.DISTRICT,
                            "测速" + i + "队",
                            "",
                            Optional.of(mine),
                            today.minusYears(3)),
                    FOUNDER);
            districts.add(district);
            var handler = people.in(district);
            granting.grant(handler, Role.HANDLER, district, today.minusYears(2), Optional.empty(), FOUNDER);
            handlers.add(handler);
            workers.add(people.in(district));
        }
        Map<PersonId, String> passwords = new HashMap<>();
        workers.forEach(worker -> passwords.put(worker, PASSWORD));
        handlers.forEach(handler -> passwords.put(handler, PASSWORD));
        passwords.put(desk, PASSWORD);
        context.getBean(Accounts.class).openMany(passwords);
        var statement = context.getBean(Confirming.class);
        passwords.keySet().forEach(person -> statement.confirm(person, statement.version()));
        var responsibility = context.getBean(Responsibility.class);
        for (var matter : context.getBean(Matters.class).all()) {
            districts.forEach(
                    district -> responsibility.assign(matter.code(), district, district, today.minusYears(2)));
        }
        return new Cast(mine, districts, desk, handlers, workers);
    }
}
