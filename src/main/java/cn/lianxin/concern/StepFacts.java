package cn.lianxin.concern;

import cn.lianxin.kernel.UnitId;
import java.time.Instant;
import java.util.Optional;

/**
 * What other systems may know of a step: ids and when, nothing of what was said and nobody's name.
 *
 * @param kind {@code FILED}, {@code REPLIED}: the name of its event
 * @param desk the unit whose desk received the concern
 * @param lead the unit that leads at present
 * @param restricted only supervisors and the worker know that it exists
 */
public record StepFacts(
        ConcernNumber number,
        int place,
        String kind,
        UnitId desk,
        Optional<UnitId> lead,
        boolean restricted,
        Instant at) {}
