package cn.lianxin.promise;

import java.time.Instant;
import org.springframework.stereotype.Component;

/** 回避: who stays out of it beside whoever is named, by the rules of the day on which he is named. */
@Component
public class Recusal {

    private final RuleStore rules;

    Recusal(RuleStore rules) {
        this.rules = rules;
    }

    /** How many units up from each of his posts, the farthest of all packs; 0 where only he himself stays out. */
    public int levels(String matter, Grade grade, Instant named) {
        return rules
                .book()
                .rulesFor(
                        Stage.RECUSAL,
                        matter,
                        grade,
                        named.atZone(TimeLimits.ZONE).toLocalDate())
                .stream()
                .mapToInt(Rule::amount)
                .max()
                .orElse(0);
    }
}
