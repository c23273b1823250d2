package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who acts for whom at this moment. It begins and ends by itself with the absence. */
@Component
public class StandingIn {

    /** That somebody is away. */
    public record Away(PersonId person, String name, boolean underground, Instant until) {}

    private final Absences absences;
    private final StandInGrants grants;

    StandingIn(Absences absences, StandInGrants grants) {
        this.absences = absences;
        this.grants = grants;
    }

    /** Empty while he is there. */
    @Transactional(readOnly = true)
    public Optional<Away> away(PersonId person) {
        return absences.now(person)
                .map(absence -> new Away(person, absence.personName(), absence.underground(), absence.until()));
    }

    /**
     * Who does now what this person would have to do in these units: himself while he is there, else his deputy or the next
     * in line for each role of his; himself again where nobody else is left.
     *
     * @param except who is party to the matter and cannot act in it
     */
    @Transactional(readOnly = true)
    public Set<PersonId> actingFor(PersonId person, Collection<UnitId> units, Collection<PersonId> except) {
        var absence = absences.now(person);
        if (absence.isEmpty()) {
            return Set.of(person);
        }
        var open = grants.covering(person, units);
        var acting = new LinkedHashSet<PersonId>();
        for (var grant : open.isEmpty() ? withoutRole(units) : open) {
            acting(absence.get(), grant, except).ifPresent(acting::add);
        }
        return acting.isEmpty() ? Set.of(person) : acting;
    }

    /** Everybody who is away at this moment. */
    @Transactional(readOnly = true)
    public List<PersonId> awayNow() {
        return absences.now().stream().map(Absence::person).toList();
    }

    /** Those for whom he acts at this moment. */
    @Transactional(readOnly = true)
    public List<PersonId> absentBehind(PersonId person) {
        return of(person).stream().map(Actor.StandIn::person).toList();
    }

    /** Those for whom he acts, with the roles that he has from them and not of his own; nobody while he is away himself. */
    List<Actor.StandIn> of(PersonId person) {
        if (!absences.awayAmong(List.of(person)).isEmpty()) {
            return List.of();
        }
        var own = new HashSet<>(grants.own(person));
        var borrowed = new LinkedHashMap<Absence, List<Grant>>();
        for (var absence : absences.withDeputy(person)) {
            if (grants.goesOn(absence)) {
                borrowed.put(absence, new ArrayList<>(grants.own(absence.person())));
            }
        }
        for (var open : grants.openBelow(person)) {
            if (acting(open.absence(), open.grant(), List.of())
                    .filter(person::equals)
                    .isPresent()) {
                borrowed.computeIfAbsent(open.absence(), _ -> new ArrayList<>()).add(open.grant());
            }
        }
        var held = own.stream().map(Grant::role).collect(Collectors.toCollection(HashSet::new));
        var standIns = new ArrayList<Actor.StandIn>();
        borrowed.forEach((absence, all) -> {
            var possible = withoutClash(all, held);
            possible.forEach(grant -> held.add(grant.role()));
            standIns.add(standIn(absence, possible, own));
        });
        return List.copyOf(standIns);
    }

    /** Everybody who acts in an absence, whatever the role. */
    Set<PersonId> actingIn(Absence absence) {
        var acting = new LinkedHashSet<PersonId>();
        for (var grant : grants.own(absence.person())) {
            acting(absence, grant, List.of()).ifPresent(acting::add);
        }
        return acting;
    }

    private Optional<PersonId> acting(Absence absence, Grant grant, Collection<PersonId> except) {
        var line = grants.line(grant.unit());
        var people = new HashSet<>(line.stream().map(Line.Candidate::person).toList());
        absence.deputy().ifPresent(people::add);
        var away = absences.awayAmong(people);
        away.addAll(except);
        return Line.acting(absence.person(), absence.deputy(), grant.role(), line, away);
    }

    /** Nobody becomes two of the three administrators by standing in. */
    private static List<Grant> withoutClash(List<Grant> lent, Set<Role> held) {
        return lent.stream()
                .filter(grant -> held.stream().noneMatch(grant.role()::clashesWith))
                .toList();
    }

    private static List<Grant> withoutRole(Collection<UnitId> units) {
        return units.stream().map(unit -> new Grant(Role.HANDLER, unit)).toList();
    }

    private static Actor.StandIn standIn(Absence absence, List<Grant> all, Set<Grant> own) {
        return new Actor.StandIn(
                absence.person(),
                absence.personName(),
                absence.underground(),
                absence.until(),
                all,
                all.stream().filter(grant -> !own.contains(grant)).toList());
    }
}
