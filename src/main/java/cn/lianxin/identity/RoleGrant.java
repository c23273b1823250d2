package cn.lianxin.identity;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.time.LocalDate;
import java.util.Optional;

/** A role given to a person in a unit, from a day on and, where it was given for a time, up to and including another. */
record RoleGrant(long id, PersonId person, Role role, UnitId unit, LocalDate from, Optional<LocalDate> until) {

    boolean isInForceOn(LocalDate day) {
        return !from.isAfter(day) && until.map(last -> !last.isBefore(day)).orElse(true);
    }

    /** Whether some day lies in both periods; one without an end goes on for ever. */
    boolean overlaps(LocalDate otherFrom, Optional<LocalDate> otherUntil) {
        return until.map(last -> !last.isBefore(otherFrom)).orElse(true)
                && otherUntil.map(last -> !last.isBefore(from)).orElse(true);
    }
}
