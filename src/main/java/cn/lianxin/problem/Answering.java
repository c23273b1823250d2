package cn.lianxin.problem;

import cn.lianxin.concern.GatheringConcerns;
import cn.lianxin.concern.GatheringConcerns.Gathered;
import cn.lianxin.identity.RoleHolders;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who may answer for a problem: nobody who sees none of its concerns, or has raised all that he sees. */
@Component
class Answering {

    /** A unit and the one in it who would answer, by name. */
    record Candidate(UnitId unit, String unitName, PersonId person, String name) {

        public String key() {
            return unit.value() + "-" + person.value();
        }
    }

    private static final int MOST_CANDIDATES = 40;
    private static final List<Role> ROLES = List.of(Role.UNIT_LEADER, Role.HANDLER);
    private static final List<Role> OTHERWISE = List.of(Role.DESK_OFFICER, Role.SUPERVISOR);

    private final Attached attached;
    private final GatheringConcerns concerns;
    private final RoleHolders holders;
    private final Directory directory;

    Answering(Attached attached, GatheringConcerns concerns, RoleHolders holders, Directory directory) {
        this.attached = attached;
        this.concerns = concerns;
        this.holders = holders;
        this.directory = directory;
    }

    /** The nearest unit that stands above all from which they come: what lies behind two crews is the district's. */
    UnitId leadOf(List<Long> ids) {
        var lines = units(ids).stream().map(directory::upwards).toList();
        return lines.getFirst().stream()
                .filter(unit -> lines.stream().allMatch(line -> line.contains(unit)))
                .findFirst()
                .orElse(lines.getFirst().getFirst());
    }

    /** By the rule: the head of that unit, then whoever handles there, then the unit above; then a desk, then a supervisor. */
    Optional<Candidate> byRule(UnitId lead, Collection<Long> ids, Collection<PersonId> except) {
        return among(directory.upwards(lead), ROLES, ids, except)
                .or(() -> among(directory.upwards(lead), OTHERWISE, ids, except))
                .or(() -> anywhere(ids, except));
    }

    /** Who may have it instead: the units it comes from and those above them. */
    List<Candidate> candidates(UnitId lead, List<Long> ids) {
        var units = new LinkedHashSet<>(directory.upwards(lead));
        units(ids).forEach(unit -> units.addAll(directory.upwards(unit)));
        units(ids).forEach(unit -> directory.children(unit).forEach(child -> units.add(child.id())));
        return units.stream()
                .flatMap(unit -> Stream.concat(ROLES.stream(), OTHERWISE.stream())
                        .flatMap(role -> holders.holders(role, unit).stream())
                        .distinct()
                        .map(person -> candidate(unit, person)))
                .filter(one -> attached.sees(one.person(), ids))
                .limit(MOST_CANDIDATES)
                .toList();
    }

    /** Somebody above who does not answer for it: the nearest head of a unit, then a supervisor, then a desk. */
    Optional<PersonId> confirmer(Problem problem, Collection<Long> ids) {
        var line = directory.upwards(problem.lead());
        var except = List.of(problem.owner());
        return among(line, List.of(Role.UNIT_LEADER), ids, except)
                .or(() -> among(line, List.of(Role.SUPERVISOR), ids, except))
                .or(() -> among(line, List.of(Role.DESK_OFFICER), ids, except))
                .or(() -> anywhere(ids, except))
                .map(Candidate::person);
    }

    /** The desk that hears that it is late or came back: whoever opened it, while he sees it; else the nearest. */
    Optional<PersonId> desk(Problem problem, Collection<Long> ids) {
        return attached.sees(problem.openedBy(), ids)
                ? Optional.of(problem.openedBy())
                : among(directory.upwards(problem.lead()), List.of(Role.DESK_OFFICER), ids, List.of())
                        .map(Candidate::person);
    }

    /** The heads of the units up the line who see it, the nearest unit first, and not the one who answers for it. */
    List<List<PersonId>> above(Problem problem, Collection<Long> ids) {
        return directory.upwards(problem.lead()).stream()
                .map(unit -> holders.holders(Role.UNIT_LEADER, unit).stream()
                        .filter(person -> !person.equals(problem.owner()))
                        .filter(person -> attached.sees(person, ids))
                        .toList())
                .filter(level -> !level.isEmpty())
                .toList();
    }

    /** Whether he may go on answering for it: he holds a role over the unit and sees one of its concerns. */
    boolean mayAnswer(PersonId person, UnitId lead, Collection<Long> ids) {
        return directory.person(person).leftOn().isEmpty()
                && directory.upwards(lead).stream()
                        .anyMatch(unit -> Stream.concat(ROLES.stream(), OTHERWISE.stream())
                                .anyMatch(role -> holders.holders(role, unit).contains(person)))
                && attached.sees(person, ids);
    }

    boolean mayConfirm(PersonId person, Collection<Long> ids) {
        return directory.person(person).leftOn().isEmpty() && attached.sees(person, ids);
    }

    boolean sees(PersonId person, Collection<Long> ids) {
        return attached.sees(person, ids);
    }

    /** Whether the actor answers for it, or stands in for the one who does. */
    static boolean isFor(PersonId person, Actor.Member actor) {
        return actor.person().equals(person)
                || actor.standingIn().stream()
                        .anyMatch(standIn -> standIn.person().equals(person));
    }

    Candidate candidate(UnitId unit, PersonId person) {
        return new Candidate(
                unit,
                directory.unit(unit).shortName(),
                person,
                directory.person(person).name());
    }

    private Optional<Candidate> among(
            List<UnitId> line, List<Role> roles, Collection<Long> ids, Collection<PersonId> except) {
        for (var unit : line) {
            for (var role : roles) {
                for (var person : holders.holders(role, unit)) {
                    if (!except.contains(person) && attached.sees(person, ids)) {
                        return Optional.of(candidate(unit, person));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Candidate> anywhere(Collection<Long> ids, Collection<PersonId> except) {
        return Stream.concat(OTHERWISE.reversed().stream(), ROLES.stream())
                .flatMap(role -> holders.everywhere(role).stream())
                .filter(holder -> !except.contains(holder.person()))
                .filter(holder -> attached.sees(holder.person(), ids))
                .findFirst()
                .map(holder -> candidate(holder.unit(), holder.person()));
    }

    /** Where one is closed to most who see the others, its unit would tell them of it. */
    private List<UnitId> units(List<Long> ids) {
        var all = concerns.all(ids);
        var open = all.stream().filter(one -> !one.closed()).toList();
        var units = new ArrayList<>(new LinkedHashSet<>(
                (open.isEmpty() ? all : open).stream().map(Gathered::unit).toList()));
        units.replaceAll(this::standing);
        return units;
    }

    /** A unit that has ended is answered for by the one above it. */
    private UnitId standing(UnitId unit) {
        return directory.upwards(unit).stream()
                .filter(directory::stands)
                .findFirst()
                .orElse(unit);
    }
}
