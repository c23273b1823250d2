package cn.lianxin.organization;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a file of the personnel office is compared with.
 *
 * @param main the post without an end that says where he works
 * @param besides his other posts without an end
 */
public record KnownPerson(
        PersonId id,
        String staffNumber,
        String name,
        Employment employment,
        String phone,
        PersonTraits traits,
        Optional<LocalDate> leftOn,
        Optional<Appointment> main,
        List<Appointment> besides) {

    public KnownPerson {
        besides = List.copyOf(besides);
    }

    public boolean left() {
        return leftOn.isPresent();
    }

    public Optional<UnitId> unit() {
        return main.map(Appointment::unit);
    }

    public Optional<String> title() {
        return main.map(Appointment::title);
    }
}
