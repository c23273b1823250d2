package cn.lianxin.concern;

import cn.lianxin.identity.RoleHolders;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import cn.lianxin.platform.vault.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the room that releases names has to know of a concern in confidence, and the name, when it says so. */
@Component
public class NamesInConfidence {

    /** Who watches over whom: what somebody may not decide for his own line, somebody of another one may. */
    public static final String HANDLING = "HANDLING";

    public static final String RECEIVING = "RECEIVING";
    public static final String DISCIPLINE = "DISCIPLINE";

    /**
     * A concern in confidence before one person.
     *
     * @param lines in which he stands to it, by roles of his own. Of a report of wrongdoing only those know who supervise;
     *     there each office that does is a line: {@code DISCIPLINE:7}
     * @param knowsName because he belongs to the office that received it
     */
    public record About(long concern, ConcernNumber number, Set<String> lines, boolean knowsName, boolean mine) {}

    private final Concerns concerns;
    private final ConfidentialReporters reporters;
    private final ReadingTrail trail;
    private final RoleHolders holders;
    private final Inbox inbox;

    NamesInConfidence(
            Concerns concerns, ConfidentialReporters reporters, ReadingTrail trail, RoleHolders holders, Inbox inbox) {
        this.concerns = concerns;
        this.reporters = reporters;
        this.trail = trail;
        this.holders = holders;
        this.inbox = inbox;
    }

    /** As {@link #about}; empty where that finds nothing. */
    @Transactional(readOnly = true)
    public Optional<About> find(ConcernNumber number, Actor.Member member) {
        try {
            return Optional.of(about(number, member));
        } catch (Refusal.NotFound notHis) {
            return Optional.empty();
        }
    }

    /** Without those for whom he stands in; NotFound where it is not his to see, or not in confidence. */
    @Transactional(readOnly = true)
    public About about(ConcernNumber number, Actor.Member member) {
        var own = member.onHisOwn();
        var met = concerns.get(number, own);
        var filing = met.concern().filing();
        if (!(filing.reporter() instanceof Reporter.Confidential)) {
            throw new Refusal.NotFound();
        }
        var party = met.party();
        return new About(
                met.concern().id(),
                number,
                filing.restricted() ? offices(own) : lines(party),
                party.is(Standing.DESK),
                party.is(Standing.SPEAKER));
    }

    /** The name, for whoever may have it by the rule of the room that asks; the reading stands on record with it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Identity open(About about, Actor.Member by) {
        trail.write(List.of(new ReadingTrail.Shown(about.number().toString(), true)), Door.RELEASE, by.onHisOwn());
        return reporters.identity(about.concern());
    }

    /** Who is nearest to decide, of a line in which the others do not stand; never whoever raised it. */
    @Transactional(readOnly = true)
    public List<PersonId> nearestDeciders(About about, PersonId asker) {
        var filing = concerns.get(about.concern()).filing();
        var except = new ArrayList<>(List.of(asker));
        filing.reporter().known().ifPresent(except::add);
        var roles = new ArrayList<Role>();
        if (filing.restricted() || !about.lines().contains(DISCIPLINE)) {
            roles.add(Role.SUPERVISOR);
        }
        if (!filing.restricted() && !about.lines().contains(RECEIVING)) {
            roles.add(Role.DESK_OFFICER);
        }
        return roles.stream()
                .flatMap(role -> holders.nearestExcept(role, filing.desk(), except).stream())
                .distinct()
                .toList();
    }

    /** Tells whoever raised it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(About about, String key, String cause) {
        var told = new Notification(
                reporters.of(about.concern()),
                key,
                List.of(about.number().toString()),
                "/concerns/" + about.number() + "/readers",
                cause,
                Notification.Topic.RAISED_IN_CONFIDENCE,
                Notification.Reach.AS_CHOSEN);
        inbox.deliver(told.hiding());
    }

    /** Whether it was raised in confidence by this actor. */
    @Transactional(readOnly = true)
    public Optional<Long> raisedBy(ConcernNumber number, Actor speaker) {
        var met = concerns.get(number, speaker);
        return met.party().is(Standing.SPEAKER) && met.concern().filing().reporter() instanceof Reporter.Confidential
                ? Optional.of(met.concern().id())
                : Optional.empty();
    }

    private static Set<String> lines(Party party) {
        var lines = new ArrayList<String>();
        if (party.isAny(Standing.LEAD, Standing.LEADER, Standing.ASSISTING)) {
            lines.add(HANDLING);
        }
        if (party.is(Standing.DESK)) {
            lines.add(RECEIVING);
        }
        if (party.is(Standing.SUPERVISOR)) {
            lines.add(DISCIPLINE);
        }
        return Set.copyOf(lines);
    }

    private static Set<String> offices(Actor.Member member) {
        return member.unitsAs(Role.SUPERVISOR).stream()
                .map(unit -> DISCIPLINE + ":" + unit.value())
                .collect(Collectors.toSet());
    }
}
