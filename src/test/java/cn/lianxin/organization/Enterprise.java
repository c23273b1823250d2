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
public class Enterprise {

    /** An appointment, for tests of other rooms. */
    public record Post(
            UnitId unit, String title, boolean leads, boolean main, LocalDate from, Optional<LocalDate> until) {}

    public static final Actor SETUP = new Actor.Clockwork("setup");
    public static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    /** The day the whole run belongs to; a run over midnight is not worth a rule of its own. */
    @SuppressWarnings("TimeInStaticInitializer")
    public static final LocalDate TODAY = LocalDate.now(cn.lianxin.platform.web.Screen.ZONE);

    private final Structuring structuring;
    private final Staffing staffing;
    private final Appointments appointments;

    Enterprise(Structuring structuring, Staffing staffing, Appointments appointments) {
        this.structuring = structuring;
        this.staffing = staffing;
        this.appointments = appointments;
    }

    public static String code() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 12).toUpperCase(java.util.Locale.ROOT);
    }

    public UnitId group() {
        return found(Optional.empty(), UnitKind.GROUP, "测试集团");
    }

    public UnitId below(UnitId parent, UnitKind kind, String name) {
        return found(Optional.of(parent), kind, name);
    }

    private UnitId found(Optional<UnitId> parent, UnitKind kind, String name) {
        return structuring.found(new NewUnit(code(), kind, name, "", parent, LONG_AGO), SETUP);
    }

    public PersonId person(String name, UnitId unit, String title) {
        var person = staffing.hire(new NewPerson(code(), name, Employment.OWN, ""), SETUP);
        staffing.appoint(person, unit, title, false, LONG_AGO, true, SETUP);
        return person;
    }

    /** Every post he ever had, the newest first. */
    public List<Post> posts(PersonId person) {
        return appointments.of(person).stream()
                .map(known ->
                        new Post(known.unit(), known.title(), known.leads(), known.main(), known.from(), known.until()))
                .toList();
    }

    public static Actor administrator(UnitId unit) {
        return new Actor.Member(new PersonId(1), "管理员", List.of(new Grant(Role.ADMINISTRATOR, unit)));
    }
}
