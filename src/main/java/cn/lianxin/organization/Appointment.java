package cn.lianxin.organization;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A person in a post for some time.
 *
 * @param main the one that says where he works; others stand beside it (兼任)
 * @param until last day, empty while it lasts
 */
public record Appointment(
        long id,
        PersonId person,
        UnitId unit,
        String title,
        boolean leads,
        boolean main,
        LocalDate from,
        Optional<LocalDate> until) {

    boolean lastsOn(LocalDate day) {
        return until.isEmpty() || !until.get().isBefore(day);
    }
}
