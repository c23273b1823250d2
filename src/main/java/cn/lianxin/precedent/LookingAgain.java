package cn.lianxin.precedent;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.Cursor;
import cn.lianxin.concern.DecidedConcern;
import cn.lianxin.concern.DecidedConcerns;
import cn.lianxin.concern.OverturnedConcern;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Page;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.text.PlainText;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where an answer was overturned, a desk or a supervisor looks at its like ones again and says by name whether they stand. Like
 * ones are sought at that moment, with his own eyes: there is no list that somebody else could see more of.
 */
@Component
class LookingAgain {

    static final int PAGE_SIZE = 5;
    private static final int MOST_LIKE = 8;

    private final AlikeCases alike;
    private final Answers answers;
    private final Looks looks;
    private final DecidedConcerns concerns;
    private final RulesOfTheDay rules;
    private final Directory directory;
    private final Clock clock;
    private final boolean wanted;

    LookingAgain(
            AlikeCases alike,
            Answers answers,
            Looks looks,
            DecidedConcerns concerns,
            RulesOfTheDay rules,
            Directory directory,
            Clock clock,
            @Value("${lianxin.precedents:true}") boolean wanted) {
        this.alike = alike;
        this.answers = answers;
        this.looks = looks;
        this.concerns = concerns;
        this.rules = rules;
        this.directory = directory;
        this.clock = clock;
        this.wanted = wanted;
    }

    boolean mayLook(Actor actor) {
        return wanted && actor instanceof Actor.Member && (actor.is(Role.DESK_OFFICER) || actor.is(Role.SUPERVISOR));
    }

    /** NotFound for everybody else. */
    @Transactional
    public Page<Again> page(Optional<Cursor> before, Actor actor) {
        mustLook(actor);
        var page = concerns.overturned(before, PAGE_SIZE, actor);
        return new Page<>(again(page.rows(), actor), page.next());
    }

    /** Of one; NotFound where it is none that was overturned before his eyes. */
    @Transactional
    public Again of(ConcernNumber number, Actor actor) {
        mustLook(actor);
        var found = concerns.overturned(number, actor).stream().limit(1).toList();
        return again(found, actor).stream().findFirst().orElseThrow(Refusal.NotFound::new);
    }

    @Transactional
    public void look(
            ConcernNumber overturned, ConcernNumber like, Optional<SecondLook> found, String why, Actor.Member by) {
        var again = of(overturned, by);
        var row = again.rows().stream()
                .filter(one -> one.decided().number().equals(like.toString()))
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
        var reason = PlainText.block(why);
        if (found.isEmpty()) {
            throw new Refusal.Violation("found", "second-look-found");
        }
        if (reason.isBlank()) {
            throw new Refusal.Violation("reason", "second-look-reason");
        }
        var post = directory.postOf(by.person());
        looks.add(new Look(
                again.overturned().id(),
                again.overturned().step(),
                row.decided().id(),
                found.get(),
                reason,
                by.person(),
                by.name(),
                (post.unit() + " " + post.title()).strip(),
                clock.instant()));
    }

    private List<Again> again(List<OverturnedConcern> overturned, Actor actor) {
        var ids = overturned.stream().map(OverturnedConcern::id).toList();
        var same = answers.decidedTheSame(ids);
        var made = looks.of(ids);
        Map<OverturnedConcern, Set<Long>> candidates = new LinkedHashMap<>();
        for (var one : overturned) {
            candidates.put(one, candidates(one, same.getOrDefault(one.id(), List.of()), made, actor));
        }
        var all = new HashSet<Long>();
        candidates.values().forEach(all::addAll);
        Map<Long, DecidedConcern> decided =
                concerns.among(all, actor).stream().collect(Collectors.toMap(DecidedConcern::id, Function.identity()));
        var then = rules.of(decided.values());
        return overturned.stream()
                .map(one -> new Again(
                        one,
                        candidates.getOrDefault(one, Set.of()).stream()
                                .flatMap(id -> Optional.ofNullable(decided.get(id)).stream())
                                .map(like -> new Again.Row(
                                        like,
                                        Optional.ofNullable(then.get(like.id())),
                                        same.getOrDefault(one.id(), List.of()).contains(like.id()),
                                        of(one, like, made)))
                                .filter(row -> row.decided().stands() || !row.isOpen())
                                .toList()))
                .toList();
    }

    /** First those that were decided the same way, then the likest others. */
    private Set<Long> candidates(OverturnedConcern one, List<Long> same, List<Look> made, Actor actor) {
        var ids = new LinkedHashSet<>(same);
        made.stream()
                .filter(look -> look.overturned() == one.id() && look.step() == one.step())
                .forEach(look -> ids.add(look.like()));
        ids.addAll(alike.to(one.text(), MOST_LIKE, actor).keySet());
        ids.remove(one.id());
        return ids;
    }

    private static List<Look> of(OverturnedConcern one, DecidedConcern like, List<Look> made) {
        return made.stream()
                .filter(look -> look.overturned() == one.id() && look.step() == one.step() && look.like() == like.id())
                .toList();
    }

    private void mustLook(Actor actor) {
        if (!mayLook(actor)) {
            throw new Refusal.NotFound();
        }
    }
}
