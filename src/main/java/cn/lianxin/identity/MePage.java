package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
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
public record MePage(
        String staffNumber,
        List<SessionRow> sessions,
        List<RoleRow> roles,
        List<Absence> absences,
        List<StandInRow> standingIn,
        List<Absence> namedFor,
        Optional<UsualDeputy> usualDeputy,
        List<Instant> shiftEnds) {

    /**
     * @param handle names it among his own
     * @param here whether it is the one in which the page is read
     * @param shared a terminal that many use
     */
    public record SessionRow(
            String handle, Device device, Instant startedAt, Instant seenAt, boolean here, boolean shared) {}

    public record RoleRow(Role role, UnitId in, String unit, LocalDate from, Optional<LocalDate> until) {}

    public record UsualDeputy(String staffNumber, String name) {}

    /** @param roles of the other person, which he holds meanwhile */
    public record StandInRow(Actor.StandIn standIn, List<RoleAt> roles) {}

    public record RoleAt(Role role, String unit) {}
}
