package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.organization.Directory;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads a {@link MePage}. */
@Component
class MePages {

    private final Sessions sessions;
    private final RoleGrants grants;
    private final Deputies deputies;
    private final Directory directory;
    private final Clock clock;

    MePages(Sessions sessions, RoleGrants grants, Deputies deputies, Directory directory, Clock clock) {
        this.sessions = sessions;
        this.grants = grants;
        this.deputies = deputies;
        this.directory = directory;
        this.clock = clock;
    }

    /** @param here the digest of the session in which he looks, empty where there is none */
    MePage of(Actor.Member member, String here) {
        var person = member.person();
        var known = sessions.of(person, clock.instant()).stream()
                .map(session -> new MePage.SessionRow(
                        session.startedAt(), session.seenAt(), session.digest().equals(here)))
                .toList();
        var standingIn = deputies.whereActing(person).stream()
                .map(deputy -> new MePage.StandIn(deputy, rolesOf(deputy.person())))
                .toList();
        return new MePage(
                directory.person(person).staffNumber(), known, rolesOf(person), deputies.actingFor(person), standingIn);
    }

    List<MePage.RoleRow> rolesOf(PersonId person) {
        return grants.openOf(person).stream()
                .map(grant ->
                        new MePage.RoleRow(grant.role(), directory.pathName(grant.unit()), grant.from(), grant.until()))
                .toList();
    }
}
