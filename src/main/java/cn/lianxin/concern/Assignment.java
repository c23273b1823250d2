package cn.lianxin.concern;

import cn.lianxin.kernel.UnitId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which unit leads, which assist.
 *
 * @param handBackBy until when the lead unit may say that it is not its matter (信访工作条例 §23: 5 working days)
 * @param arbitrated decided by an arbiter, and final
 */
public record Assignment(UnitId lead, Set<UnitId> assisting, Instant handBackBy, boolean arbitrated) {

    public Assignment {
        assisting = Set.copyOf(assisting);
        handBackBy = handBackBy.truncatedTo(ChronoUnit.MICROS);
    }

    Assignment succeeded(UnitId gone, UnitId successor) {
        var next = lead.equals(gone) ? successor : lead;
        var others = assisting.stream()
                .map(unit -> unit.equals(gone) ? successor : unit)
                .filter(unit -> !unit.equals(next))
                .collect(Collectors.toSet());
        return new Assignment(next, others, handBackBy, arbitrated);
    }
}
