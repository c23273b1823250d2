package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.Employment;
import cn.lianxin.organization.NewPerson;
import cn.lianxin.organization.NewUnit;
import cn.lianxin.organization.Staffing;
import cn.lianxin.organization.Structuring;
import cn.lianxin.organization.UnitKind;
import cn.lianxin.privacy.Confirming;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Units and people of its own for each test. */
@Component
public class Village {

    public static final Actor FOUNDER = new Actor.Clockwork("test");

    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    private final Structuring structuring;
    private final Staffing staffing;
    private final Directory directory;
    private final RoleGrants grants;
    private final CurrentDay today;
    private final Confirming statement;

    Village(
            Structuring structuring,
            Staffing staffing,
            Directory directory,
            RoleGrants grants,
            CurrentDay today,
            Confirming statement) {
        this.structuring = structuring;
        this.staffing = staffing;
        this.directory = directory;
        this.grants = grants;
        this.today = today;
        this.statement = statement;
    }

    public UnitId mine() {
        return unit(UnitKind.MINE, Optional.empty());
    }

    public UnitId district(UnitId parent) {
        return unit(UnitKind.DISTRICT, Optional.of(parent));
    }

    /** Who has read the statement, as everybody has who comes a second time. */
    public PersonId worker(UnitId unit) {
        var person = newcomer(unit);
        statement.confirm(person, statement.version());
        return person;
    }

    /** Who has never signed in. */
    public PersonId newcomer(UnitId unit) {
        var number = NUMBERS.incrementAndGet();
        var person = staffing.hire(new NewPerson("V" + number, "矿工" + number, Employment.OWN, ""), FOUNDER);
        staffing.appoint(person, unit, "采煤工", false, today.date().minusMonths(6), true, FOUNDER);
        return person;
    }

    /** A worker of the unit with this role in it since a month ago. */
    public PersonId holder(Role role, UnitId unit) {
        var person = worker(unit);
        give(person, role, unit, today.date().minusMonths(1));
        return person;
    }

    public void give(PersonId person, Role role, UnitId unit, LocalDate from) {
        grants.add(person, role, unit, from, Optional.empty(), Optional.empty());
    }

    public void leave(PersonId person) {
        staffing.leave(person, today.date(), FOUNDER);
    }

    public String staffNumber(PersonId person) {
        return directory.person(person).staffNumber();
    }

    public UnitId unit(UnitKind kind, Optional<UnitId> parent) {
        var number = NUMBERS.incrementAndGet();
        return structuring.found(
                new NewUnit(
                        "V" + number,
                        kind,
                        "村" + number,
                        "",
                        parent,
                        today.date().minusYears(1)),
                FOUNDER);
    }
}
