package cn.lianxin.organization;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Units and people of a test's own, with codes that no other test has. */
@Component
class Enterprise {

    static final Actor SETUP = new Actor.Clockwork("setup");
    static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    /** The day the whole run belongs to; a run over midnight is not worth a rule of its own. */
    @SuppressWarnings("TimeInStaticInitializer")
    static final LocalDate TODAY = LocalDate.now(cn.lianxin.platform.web.Screen.ZONE);

    private final Structuring structuring;
    private final Staffing staffing;

    Enterprise(Structuring structuring, Staffing staffing) {
        this.structuring = structuring;
        this.staffing = staffing;
    }

    static String code() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 12).toUpperCase(java.util.Locale.ROOT);
    }

    UnitId group() {
        return found(Optional.empty(), UnitKind.GROUP, "测试集团");
    }

    UnitId below(UnitId parent, UnitKind kind, String name) {
        return found(Optional.of(parent), kind, name);
    }

    private UnitId found(Optional<UnitId> parent, UnitKind kind, String name) {
        return structuring.found(new NewUnit(code(), kind, name, "", parent, LONG_AGO), SETUP);
    }

    PersonId person(String name, UnitId unit, String title) {
        var person = staffing.hire(new NewPerson(code(), name, Employment.OWN, ""), SETUP);
        staffing.appoint(person, unit, title, false, LONG_AGO, true, SETUP);
        return person;
    }

    static Actor administrator(UnitId unit) {
        return new Actor.Member(new PersonId(1), "管理员", List.of(new Grant(Role.ADMINISTRATOR, unit)));
    }
}
