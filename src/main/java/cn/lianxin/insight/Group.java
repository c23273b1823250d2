package cn.lianxin.insight;

import cn.lianxin.kernel.UnitId;
import cn.lianxin.promise.Grade;
import java.util.Optional;

/**
 * Whose cases are counted: what a unit and all below it had to answer of what was filed in a span, narrowed or not.
 *
 * @param matter an area {@code E} or a matter {@code E4}
 * @param channel the way it came in, {@code PAGE}
 */
public record Group(UnitId unit, Span span, Optional<String> matter, Optional<Grade> grade, Optional<String> channel) {

    public static Group of(UnitId unit, Span span) {
        return new Group(unit, span, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Group in(UnitId part) {
        return new Group(part, span, matter, grade, channel);
    }

    Group during(Span part) {
        return new Group(unit, part, matter, grade, channel);
    }

    Group about(String other) {
        return new Group(unit, span, Optional.of(other), grade, channel);
    }

    Group graded(Grade other) {
        return new Group(unit, span, matter, Optional.of(other), channel);
    }

    Group by(String other) {
        return new Group(unit, span, matter, grade, Optional.of(other));
    }

    /** By unit and quarter or year alone, as verdicts are published. */
    boolean onlyByUnit() {
        return matter.isEmpty() && grade.isEmpty() && channel.isEmpty() && !span.isMonth();
    }

    boolean holds(CaseKey one) {
        return one.units().contains(unit.value()) && holdsBesidesUnit(one);
    }

    boolean holdsBesidesUnit(CaseKey one) {
        return span.contains(one.month())
                && matter.filter(wanted -> !one.matter().startsWith(wanted)).isEmpty()
                && grade.filter(wanted -> one.grade() != wanted).isEmpty()
                && channel.filter(wanted -> !one.channel().equals(wanted)).isEmpty();
    }
}
