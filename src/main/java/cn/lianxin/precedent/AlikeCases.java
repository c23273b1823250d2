package cn.lianxin.precedent;

import cn.lianxin.kernel.Actor;
import cn.lianxin.likeness.LikeConcerns;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which answered concerns are like some words, of those that the actor may see. */
@Component
class AlikeCases {

    /** From here on both mostly speak of the same. */
    static final double VERY = 0.5;

    /** Below this they share a word by chance. */
    static final double AT_ALL = 0.2;

    private final LikeConcerns like;

    AlikeCases(LikeConcerns like) {
        this.like = like;
    }

    /** By id, with how much of the words is said there, the likest first. */
    Map<Long, Double> to(String text, int most, Actor actor) {
        var alike = new LinkedHashMap<Long, Double>();
        for (var one : like.decidedAlike(text, most, actor)) {
            if (one.share() >= AT_ALL) {
                alike.put(one.id(), Math.min(1, one.share()));
            }
        }
        return alike;
    }
}
