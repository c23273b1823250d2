package cn.lianxin.promise;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** 护航: when whoever raised a concern is asked whether he is left in peace, by the rules of the day on which he raised it. */
@Component
public class CheckIns {

    private final RuleStore rules;

    CheckIns(RuleStore rules) {
        this.rules = rules;
    }

    /** Natural days after that day, the earliest first; none where the pack is switched off. */
    public List<Integer> days(String matter, Grade grade, Instant filed) {
        return rules
                .book()
                .rulesFor(
                        Stage.CHECK_IN,
                        matter,
                        grade,
                        filed.atZone(TimeLimits.ZONE).toLocalDate())
                .stream()
                .map(Rule::amount)
                .distinct()
                .sorted()
                .toList();
    }
}
