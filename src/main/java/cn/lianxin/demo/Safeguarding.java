package cn.lianxin.demo;

import cn.lianxin.concern.SafeguardingConcerns;
import cn.lianxin.concern.SafeguardingConcerns.Guarded;
import cn.lianxin.kernel.Actor;
import cn.lianxin.safeguard.SafeguardsInTime;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** One who is asked today whether he is left in peace, and one who has said that he is not; of those who spoke before. */
@Component
class Safeguarding {

    private static final Duration ASKED_FROM = Duration.ofDays(85);
    private static final Duration ASKED_UNTIL = Duration.ofDays(31);
    private static final Duration CALLED_FROM = Duration.ofDays(30);
    private static final Duration CALLED_UNTIL = Duration.ofDays(1);
    private static final Duration SINCE_THE_CALL = Duration.ofHours(20);

    private record Spoken(Guarded concern, Actor.Member by) {}

    private final SafeguardingConcerns concerns;
    private final SafeguardsInTime safeguards;
    private final Clock clock;

    Safeguarding(SafeguardingConcerns concerns, SafeguardsInTime safeguards, Clock clock) {
        this.concerns = concerns;
        this.safeguards = safeguards;
        this.clock = clock;
    }

    /** Within the caller's transaction. */
    void play(Company company) {
        var time = new SetClock();
        spoken(company, ASKED_FROM, ASKED_UNTIL).findFirst().ifPresent(one -> {
            time.set(one.concern().filedAt());
            safeguards.begin(one.concern().number(), one.by(), time);
        });
        spoken(company, CALLED_FROM, CALLED_UNTIL).findFirst().ifPresent(one -> {
            time.set(clock.instant().minus(SINCE_THE_CALL));
            safeguards.trouble(one.concern().number(), "反映以后，班长老派我一个人清溜煤眼，还说谁让你多嘴。别人都是两个人一组。", one.by(), time);
        });
    }

    /** Those first whose accounts are shown. */
    private Stream<Spoken> spoken(Company company, Duration from, Duration until) {
        var now = clock.instant();
        var plan = company.plan();
        return Stream.concat(plan.stars().stream(), plan.people().stream())
                .filter(PersonPlan::works)
                .map(person -> company.member(person.staffNumber()))
                .flatMap(member -> concerns.raisedBy(member.person(), now.minus(from)).stream()
                        .filter(concern -> concern.asked() && concern.filedAt().isBefore(now.minus(until)))
                        .map(concern -> new Spoken(concern, member)));
    }
}
