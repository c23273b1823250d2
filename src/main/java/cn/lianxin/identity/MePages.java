package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.calendar.ShiftEnds;
import cn.lianxin.platform.web.Faults;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Reads a {@link MePage}. */
@Component
public class MePages {

    private static final int SHIFTS = 3;

    private final Sessions sessions;
    private final RoleGrants grants;
    private final Absences absences;
    private final ShiftEnds shiftEnds;
    private final Directory directory;
    private final Clock clock;

    MePages(
            Sessions sessions,
            RoleGrants grants,
            Absences absences,
            ShiftEnds shiftEnds,
            Directory directory,
            Clock clock) {
        this.sessions = sessions;
        this.grants = grants;
        this.absences = absences;
        this.shiftEnds = shiftEnds;
        this.directory = directory;
        this.clock = clock;
    }

    /** @param here the digest of the session in which he looks, empty where there is none */
    public MePage of(Actor.Member member, String here) {
        var person = member.person();
        var known = sessions.of(person, clock.instant()).stream()
                .map(session -> new MePage.SessionRow(
                        session.handle(),
                        session.device(),
                        session.startedAt(),
                        session.seenAt(),
                        session.digest().equals(here),
                        session.shared()))
                .toList();
        var standingIn = member.standingIn().stream()
                .map(standIn -> new MePage.StandInRow(
                        standIn,
                        standIn.grants().stream()
                                .map(grant -> new MePage.RoleAt(grant.role(), directory.pathName(grant.unit())))
                                .toList()))
                .toList();
        return new MePage(
                directory.person(person).staffNumber(),
                known,
                rolesOf(person),
                absences.of(person),
                standingIn,
                absences.withDeputy(person),
                absences.usualDeputyOf(person)
                        .map(directory::person)
                        .map(deputy -> new MePage.UsualDeputy(deputy.staffNumber(), deputy.name())),
                shiftEnds.after(clock.instant(), SHIFTS));
    }

    ModelAndView page(
            Actor.Member member, AbsenceForm form, Faults faults, Optional<MeNote> done, HttpServletRequest request) {
        var here = SessionCookie.read(request).map(SessionToken::digest).orElse("");
        return new ModelAndView("identity/me")
                .addObject("me", of(member, here))
                .addObject("form", form)
                .addObject("faults", faults)
                .addObject("done", done);
    }

    public List<MePage.RoleRow> rolesOf(PersonId person) {
        return grants.openOf(person).stream()
                .map(grant -> new MePage.RoleRow(
                        grant.role(), grant.unit(), directory.pathName(grant.unit()), grant.from(), grant.until()))
                .toList();
    }
}
