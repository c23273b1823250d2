package cn.lianxin.problem;

import cn.lianxin.concern.CaseProblems;
import cn.lianxin.concern.GatheringConcerns;
import cn.lianxin.concern.GatheringConcerns.Gathered;
import cn.lianxin.kernel.Actor;
import cn.lianxin.organization.Directory;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class KnownProblems implements CaseProblems {

    private final Problems problems;
    private final Attached attached;
    private final GatheringConcerns concerns;
    private final Directory directory;

    KnownProblems(Problems problems, Attached attached, GatheringConcerns concerns, Directory directory) {
        this.problems = problems;
        this.attached = attached;
        this.concerns = concerns;
        this.directory = directory;
    }

    /** Whoever sees the concern sees its problem. */
    @Override
    public Line before(long concern, Actor reader) {
        var part = attached.problemOf(concern).map(problems::get);
        var opens = OpeningProblems.isOpenTo(reader);
        return new Line(
                part.map(this::part),
                part.isEmpty() && opens && reader instanceof Actor.Member member ? again(concern, member) : List.of(),
                opens && part.isEmpty());
    }

    @Override
    public Optional<Part> told(long concern) {
        return attached.problemOf(concern)
                .map(problems::get)
                .filter(Problem::told)
                .map(this::part);
    }

    /** Of the same matter and from the same unit, where it was put right already and is being watched. */
    private List<Part> again(long concern, Actor.Member reader) {
        var watched = problems.watched(reader);
        if (watched.isEmpty()) {
            return List.of();
        }
        var one = concerns.all(List.of(concern)).getFirst();
        var seen = attached.seen(watched.stream().map(Problem::id).toList(), reader);
        var known = new HashMap<Long, Gathered>();
        concerns.all(seen.values().stream().flatMap(List::stream).toList())
                .forEach(gathered -> known.put(gathered.id(), gathered));
        return watched.stream()
                .filter(problem ->
                        problem.watchedSince().filter(one.filedAt()::isAfter).isPresent())
                .filter(problem -> isOfMatter(one, seen.getOrDefault(problem.id(), List.of()), known))
                .filter(problem -> directory.covers(problem.lead(), one.unit()))
                .map(this::part)
                .toList();
    }

    private static boolean isOfMatter(Gathered one, Collection<Long> seen, Map<Long, Gathered> known) {
        return seen.stream()
                .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                .anyMatch(other -> other.matter().equals(one.matter()));
    }

    private Part part(Problem problem) {
        return new Part(
                problem.number().toString(),
                problem.title(),
                directory.unit(problem.lead()).shortName(),
                directory.person(problem.owner()).name(),
                problem.isSought() ? Optional.of(problem.promised().dueAt()) : Optional.empty());
    }
}
