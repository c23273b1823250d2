package cn.lianxin.precedent;

import cn.lianxin.kernel.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which decided concerns are like some words, of those that the actor may see. */
@Component
class AlikeCases {

    /** From here on both mostly speak of the same. */
    static final double VERY = 0.5;

    /** Below this a like word is chance. */
    static final double AT_ALL = 0.2;

    /** By id, with their likeness between 0 and 1, the likest first. */
    Map<Long, Double> to(String text, int most, Actor actor) {
        return Map.of();
    }
}
