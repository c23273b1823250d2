package cn.lianxin.api.person;

import cn.lianxin.identity.Absence;
import cn.lianxin.identity.AbsenceKind;
import java.time.Instant;
import java.util.Optional;

/**
 * @param person his name
 * @param deputy name of who was named to act meanwhile; without one the next in line does
 * @param until the moment from which on he is there again
 */
record AbsenceItem(
        long id, String person, Optional<String> deputy, AbsenceKind kind, Instant from, Instant until, String reason) {

    static AbsenceItem of(Absence absence) {
        return new AbsenceItem(
                absence.id(),
                absence.personName(),
                absence.deputy().map(_ -> absence.deputyName()),
                absence.kind(),
                absence.from(),
                absence.until(),
                absence.reason());
    }
}
