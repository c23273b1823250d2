package cn.lianxin.precedent;

import cn.lianxin.concern.DecidedConcern;
import cn.lianxin.promise.RulesThen;
import cn.lianxin.promise.RulesThen.Promised;
import cn.lianxin.promise.RulesThen.RuleThen;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** By which rule each of some decided concerns was promised an answer, by their ids. */
@Component
class RulesOfTheDay {

    private final RulesThen rules;

    RulesOfTheDay(RulesThen rules) {
        this.rules = rules;
    }

    Map<Long, RuleThen> of(Collection<DecidedConcern> decided) {
        if (decided.isEmpty()) {
            return Map.of();
        }
        return rules.of(decided.stream()
                .collect(Collectors.toMap(
                        DecidedConcern::id,
                        one -> new Promised(one.matter(), one.grade(), one.filedAt(), one.promisedBy()),
                        (one, _) -> one)));
    }
}
