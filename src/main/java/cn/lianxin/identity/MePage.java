package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a person sees of his own rights, absences and sessions.
 *
 * @param namedFor absences of others, now or later, for which he was named as the deputy
 * @param usualDeputy staff number and name, empty where the next in line stands in
 * @param shiftEnds by which going underground needs no typing
 */
record MePage(
        String staffNumber,
        List<SessionRow> sessions,
        List<RoleRow> roles,
        List<Absence> absences,
        List<StandInRow> standingIn,
        List<Absence> namedFor,
        Optional<UsualDeputy> usualDeputy,
        List<Instant> shiftEnds) {

    /** @param here whether it is the one in which the page is read */
    record SessionRow(Instant startedAt, Instant seenAt, boolean here) {}

    record RoleRow(Role role, String unit, LocalDate from, Optional<LocalDate> until) {}

    record UsualDeputy(String staffNumber, String name) {}

    /** @param roles of the other person, which he holds meanwhile */
    record StandInRow(Actor.StandIn standIn, List<RoleAt> roles) {}

    record RoleAt(Role role, String unit) {}
}
