package cn.lianxin.knowledge;

import cn.lianxin.concern.ComparableConcern;
import cn.lianxin.concern.JoiningConcerns;
import cn.lianxin.kernel.Actor;
import cn.lianxin.likeness.LikeConcerns;
import cn.lianxin.organization.Directory;
import cn.lianxin.raising.BeforeSending;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What all may read already, shown to whoever is about to ask alike. */
@Component
@ConditionalOnProperty(name = "lianxin.knowledge.suggestions", matchIfMissing = true)
class KnownBefore implements BeforeSending {

    private static final int MOST = 3;
    /** So many are looked at, for the likest may be of other mines. */
    private static final int COMPARED = 200;
    /** As much of what he says has to stand there; by half of it both mostly speak of the same. */
    private static final double ENOUGH = 0.4;

    private static final double LEAST = 0.15;
    private static final double MOSTLY = 0.5;

    private static final int LONGEST = 2_000;

    private final LikeConcerns concerns;
    private final JoiningConcerns joining;
    private final Directory directory;
    private final LikeQuestions like;
    private final PublicQuestions questions;
    private final Tapper tapper;

    KnownBefore(
            LikeConcerns concerns,
            JoiningConcerns joining,
            Directory directory,
            LikeQuestions like,
            PublicQuestions questions,
            Tapper tapper) {
        this.concerns = concerns;
        this.joining = joining;
        this.directory = directory;
        this.like = like;
        this.questions = questions;
        this.tapper = tapper;
    }

    @Override
    public Known look(Written written, Actor actor) {
        return new Known(answered(written.words()), others(written, actor), own(written, actor));
    }

    /** Who has not signed in is told of nobody: he could try one word after the other. */
    private Optional<JoiningConcerns.Others> others(Written written, Actor actor) {
        if (!(actor instanceof Actor.Member member)) {
            return Optional.empty();
        }
        return directory.person(member.person()).unit().flatMap(unit -> {
            var words = cut(written.words());
            var alike = concerns.openAlike(words, COMPARED).stream()
                    .filter(one -> isEnough(one.share(), words, one.concern()))
                    .map(one -> one.concern().id())
                    .toList();
            return alike.isEmpty() ? Optional.empty() : joining.others(alike, unit, member);
        });
    }

    private Optional<JoiningConcerns.Own> own(Written written, Actor actor) {
        if (actor instanceof Actor.Visitor) {
            return Optional.empty();
        }
        var words = cut(written.words());
        var alike = concerns.ownAlike(words, MOST, actor).stream()
                .filter(one -> isEnough(one.share(), words, one.concern()))
                .map(one -> one.concern().id())
                .toList();
        return alike.isEmpty()
                ? Optional.empty()
                : joining.own(alike, actor).stream().findFirst();
    }

    /** Who tells a story says much that stands nowhere else; then what the other one says has to stand in his. */
    private static boolean isEnough(double share, String words, ComparableConcern other) {
        return share >= ENOUGH || share >= LEAST && Nearness.of(words, other.title() + "\n" + other.words()) >= MOSTLY;
    }

    private static String cut(String words) {
        return words.codePointCount(0, words.length()) <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST));
    }

    @Override
    public Optional<Answered> question(long number) {
        return questions.find(number).map(KnownBefore::answered);
    }

    @Override
    public void answers(long number, Actor actor, String visit) {
        if (questions.find(number).isPresent()) {
            questions.tap(number, tapper.keyOf(number, actor, visit), true);
        }
    }

    private List<Answered> answered(String words) {
        return like.near(words, MOST).stream().map(KnownBefore::answered).toList();
    }

    private static Answered answered(Shown shown) {
        return new Answered(
                shown.number(), shown.text().asked(), shown.text().answer(), shown.unitName(), shown.since());
    }
}
