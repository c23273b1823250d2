package cn.lianxin.precedent;

import cn.lianxin.concern.DecidedConcern;
import cn.lianxin.concern.OverturnedConcern;
import cn.lianxin.promise.RulesThen.RuleThen;
import java.util.List;
import java.util.Optional;

/** An overturned concern and the like ones that are to be looked at again. */
record Again(OverturnedConcern overturned, List<Row> rows) {

    /** @param same whether one was decided in the way of the other, by the word of whoever decided it */
    record Row(DecidedConcern decided, Optional<RuleThen> rule, boolean same, List<Look> looks) {
        public boolean isOpen() {
            return looks.isEmpty();
        }
    }

    public long open() {
        return rows.stream().filter(Row::isOpen).count();
    }
}
