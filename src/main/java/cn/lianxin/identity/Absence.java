package cn.lianxin.identity;

import cn.lianxin.kernel.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody is away from one moment to another.
 *
 * @param deputy whom he named to act with his roles meanwhile; without one the next in line does
 * @param until the moment from which on he is there again
 */
public record Absence(
        long id,
        PersonId person,
        String personName,
        Optional<PersonId> deputy,
        String deputyName,
        AbsenceKind kind,
        Instant from,
        Instant until,
        String reason) {

    boolean underground() {
        return kind == AbsenceKind.UNDERGROUND;
    }

    boolean covers(Instant at) {
        return !from.isAfter(at) && until.isAfter(at);
    }

    boolean overlaps(Instant begin, Instant end) {
        return from.isBefore(end) && until.isAfter(begin);
    }
}
