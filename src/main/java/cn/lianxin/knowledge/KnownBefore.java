package cn.lianxin.knowledge;

import cn.lianxin.kernel.Actor;
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

    private final LikeQuestions like;
    private final PublicQuestions questions;
    private final Tapper tapper;

    KnownBefore(LikeQuestions like, PublicQuestions questions, Tapper tapper) {
        this.like = like;
        this.questions = questions;
        this.tapper = tapper;
    }

    @Override
    public Known look(Written written, Actor actor) {
        return new Known(answered(written.words()), Optional.empty(), Optional.empty());
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
