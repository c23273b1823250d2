package cn.lianxin.precedent;

import cn.lianxin.concern.CaseFile;
import cn.lianxin.concern.DecidedConcern;
import cn.lianxin.concern.DecidedConcerns;
import cn.lianxin.concern.Move;
import cn.lianxin.concern.Precedents;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.promise.RulesThen.RuleThen;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Like cases beside one that is decided. What is proposed is shown only as far as the room of concerns lets this actor see it
 * at that moment, and so is what was said of it before.
 */
@Component
class LikeCases implements Precedents {

    private static final int MOST_SHOWN = 5;
    private static final int MOST_ASKED = 3;

    /** Some of them will be one that stands no more, or that he raised himself. */
    private static final int SOUGHT = 12;

    private final AlikeCases alike;
    private final Answers answers;
    private final DecidedConcerns concerns;
    private final RulesOfTheDay rules;
    private final LookingAgain lookingAgain;
    private final Directory directory;
    private final Clock clock;
    private final boolean wanted;

    LikeCases(
            AlikeCases alike,
            Answers answers,
            DecidedConcerns concerns,
            RulesOfTheDay rules,
            LookingAgain lookingAgain,
            Directory directory,
            Clock clock,
            @Value("${lianxin.precedents:true}") boolean wanted) {
        this.alike = alike;
        this.answers = answers;
        this.concerns = concerns;
        this.rules = rules;
        this.lookingAgain = lookingAgain;
        this.directory = directory;
        this.clock = clock;
        this.wanted = wanted;
    }

    @Override
    @Transactional
    public Beside beside(CaseFile file, Actor actor) {
        if (!wanted || !(actor instanceof Actor.Member member) || file.mine()) {
            return Beside.NOTHING;
        }
        var decides = file.can(Move.REPLY) || file.can(Move.DECLINE);
        var before = decides ? answers.shown(file.id(), member.person()) : Map.<Long, Double>of();
        var near = decides ? near(file, actor) : Map.<Long, Double>of();
        var said = answers.of(file.id());
        var ids = new LinkedHashSet<>(before.keySet());
        ids.addAll(near.keySet());
        said.forEach(answer -> ids.add(answer.like()));
        Map<Long, DecidedConcern> decided = concerns.among(ids, actor).stream()
                .collect(
                        Collectors.toMap(DecidedConcern::id, Function.identity(), (one, _) -> one, LinkedHashMap::new));
        var asked = asked(before, near, decided);
        answers.show(file.id(), asked, member.person(), clock.instant());
        return new Beside(
                likest(asked, near, decided), kept(said, decided), file.overturned() && lookingAgain.mayLook(actor));
    }

    private Map<Long, Double> near(CaseFile file, Actor actor) {
        var near = new LinkedHashMap<>(alike.to(file.said(), SOUGHT, actor));
        near.remove(file.id());
        return near;
    }

    /** What stood before him already stays, and the likest of what is very like. */
    private static Map<Long, Double> asked(
            Map<Long, Double> before, Map<Long, Double> near, Map<Long, DecidedConcern> decided) {
        var asked = new LinkedHashMap<Long, Double>();
        before.forEach((id, share) -> {
            if (asks(decided.get(id))) {
                asked.put(id, share);
            }
        });
        near.forEach((id, share) -> {
            if (share >= AlikeCases.VERY && asked.size() < MOST_ASKED && asks(decided.get(id))) {
                asked.putIfAbsent(id, share);
            }
        });
        return asked;
    }

    /** Nobody has to follow what stands no more, or was found wrong. */
    private static boolean asks(@Nullable DecidedConcern one) {
        return one != null && one.stands() && !one.overturned();
    }

    private List<LikeCase> likest(Map<Long, Double> asked, Map<Long, Double> near, Map<Long, DecidedConcern> decided) {
        var ids = new LinkedHashSet<>(asked.keySet());
        ids.addAll(near.keySet());
        var shown = ids.stream()
                .map(decided::get)
                .filter(Objects::nonNull)
                .filter(DecidedConcern::stands)
                .limit(MOST_SHOWN)
                .toList();
        var then = rules.of(shown);
        return shown.stream()
                .map(one -> new LikeCase(one, rule(then, one), asked.containsKey(one.id())))
                .toList();
    }

    private static Optional<RuleThen> rule(Map<Long, RuleThen> then, DecidedConcern one) {
        return Optional.ofNullable(then.get(one.id()));
    }

    private static List<Kept> kept(List<Answer> said, Map<Long, DecidedConcern> decided) {
        var kept = new ArrayList<Kept>();
        for (var answer : said) {
            var one = decided.get(answer.like());
            if (one != null) {
                kept.add(new Kept(one, answer.same(), answer.because(), answer.byWhom(), answer.at()));
            }
        }
        return kept;
    }

    @Override
    @Transactional
    public void decided(long concern, int step, Said said, Actor.Member by) {
        if (!wanted) {
            return;
        }
        var shown = answers.shown(concern, by.person());
        var asked = concerns.among(shown.keySet(), by).stream()
                .filter(LikeCases::asks)
                .toList();
        for (var one : asked) {
            if (!said.same().containsKey(one.number())) {
                throw new Refusal.Violation("like", "precedent-unsaid", one.number());
            }
        }
        var because = PlainText.block(said.because());
        if (because.isBlank() && asked.stream().anyMatch(one -> !said.same().getOrDefault(one.number(), false))) {
            throw new Refusal.Violation("because", "precedent-because");
        }
        var post = directory.postOf(by.person());
        for (var one : asked) {
            var same = said.same().getOrDefault(one.number(), false);
            answers.add(new Answer(
                    concern,
                    step,
                    one.id(),
                    shown.getOrDefault(one.id(), AlikeCases.VERY),
                    same,
                    same ? "" : because,
                    by.person(),
                    by.name(),
                    (post.unit() + " " + post.title()).strip(),
                    clock.instant()));
        }
        answers.forget(concern, by.person());
    }
}
