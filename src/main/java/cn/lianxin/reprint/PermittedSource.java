package cn.lianxin.reprint;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Whose texts may be reprinted.
 *
 * @param until the last day, empty as long as nothing ends it
 * @param basis on which list it stands or by which agreement it is permitted
 * @param terms on which it is permitted
 */
public record PermittedSource(
        long id, String name, LocalDate from, Optional<LocalDate> until, String basis, String terms) {

    public boolean inForce(LocalDate day) {
        return !day.isBefore(from) && until.filter(day::isAfter).isEmpty();
    }
}
