package cn.lianxin.concern;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How it stands with the time of a concern: how long it took, whether the clock stands still, by which rules it was promised.
 *
 * @param asked until when the worker is asked to wait
 * @param standing the pause that lasts
 */
public record CaseClock(
        TimeSpent spent, Optional<Instant> asked, Optional<ConcernState.Stillness> standing, List<String> rules) {

    private static final Set<Class<?>> ENDS = Set.of(
            ConcernEvent.Replied.class,
            ConcernEvent.Recorded.class,
            ConcernEvent.Declined.class,
            ConcernEvent.Reviewed.class,
            ConcernEvent.Withdrawn.class);

    static CaseClock of(Concern concern, List<Step> steps, List<String> rules, Instant now) {
        var state = concern.course().state();
        var standing = state.still();
        var since = standing.map(ConcernState.Stillness::since).orElse(null);
        var waits = state instanceof ConcernState.Open && !(state instanceof ConcernState.Answered);
        var end = waits ? now : endOf(steps, now);
        return new CaseClock(
                TimeSpent.of(concern.filing().filedAt(), end, concern.course().stopped(), since),
                state instanceof ConcernState.InHand inHand
                        ? inHand.pause().map(ConcernState.PauseRequest::until)
                        : Optional.empty(),
                standing,
                rules);
    }

    private static Instant endOf(List<Step> steps, Instant now) {
        return steps.reversed().stream()
                .filter(step -> ENDS.contains(step.event().getClass()))
                .findFirst()
                .map(Step::at)
                .orElse(now);
    }
}
