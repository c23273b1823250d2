package cn.lianxin.identity;

import cn.lianxin.kernel.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a person sees of his own rights and sessions. */
record MePage(
        String staffNumber,
        List<SessionRow> sessions,
        List<RoleRow> roles,
        List<Deputy> deputies,
        List<StandIn> standingIn) {

    /** @param here whether it is the one in which the page is read */
    record SessionRow(Instant startedAt, Instant seenAt, boolean here) {}

    record RoleRow(Role role, String unit, LocalDate from, Optional<LocalDate> until) {}

    /** @param roles of the other person, which he holds meanwhile */
    record StandIn(Deputy deputy, List<RoleRow> roles) {}
}
