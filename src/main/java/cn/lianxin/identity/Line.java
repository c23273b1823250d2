package cn.lianxin.identity;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * Who acts for somebody who is away: the deputy he named, and where that one is away too the next in line, so that
 * deputies of deputies lead neither into nothing nor in a circle.
 */
final class Line {

    /**
     * Somebody in the unit itself or above it who could act.
     *
     * @param distance 0 in the unit itself
     */
    record Candidate(PersonId person, Role role, int distance, LocalDate since, long grant) {}

    private Line() {}

    /** @param away who cannot take it: away himself, gone, or party to the matter */
    static Optional<PersonId> acting(
            PersonId absent, Optional<PersonId> deputy, Role role, Collection<Candidate> line, Set<PersonId> away) {
        return deputy.filter(named -> !away.contains(named) && !named.equals(absent))
                .or(() -> line.stream()
                        .filter(one -> takes(one.role(), role))
                        .filter(one -> !one.person().equals(absent) && !away.contains(one.person()))
                        .min(order(role))
                        .map(Candidate::person));
    }

    /** Reports of wrongdoing stay among supervisors: a leader may be the one whom they are about. */
    private static boolean takes(Role candidate, Role role) {
        return switch (role) {
            case SUPERVISOR,
                    ADMINISTRATOR,
                    SECURITY_ADMINISTRATOR,
                    AUDIT_ADMINISTRATOR,
                    EDITOR,
                    SECTION_EDITOR,
                    CHIEF_EDITOR -> candidate == role;
            case HANDLER, DESK_OFFICER, UNIT_LEADER, DISPATCHER ->
                candidate == role || candidate == Role.UNIT_LEADER || candidate == Role.DESK_OFFICER;
        };
    }

    /** The nearest first, and there who has the same role before his leader; a desk for others only where nobody else is. */
    private static Comparator<Candidate> order(Role role) {
        return Comparator.comparing((Candidate one) -> one.role() == Role.DESK_OFFICER && role != Role.DESK_OFFICER)
                .thenComparingInt(Candidate::distance)
                .thenComparing(one -> one.role() != role)
                .thenComparing(Candidate::since)
                .thenComparingLong(Candidate::grant);
    }
}
