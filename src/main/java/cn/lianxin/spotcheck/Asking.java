package cn.lianxin.spotcheck;

import cn.lianxin.concern.CheckingConcerns;
import cn.lianxin.verdict.VerdictsToCheck;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has all of a group asked at once, on a day that follows from nothing, and again as long as anything of it is found not
 * done: neither day nor number of rounds tells one from another.
 */
@Component
class Asking {

    static final int MOST_ROUNDS = 3;

    private static final int LONGEST_DELAY_IN_HOURS = 21 * 24;
    private static final Duration TO_SHOW = Duration.ofDays(10);

    private final Groups groups;
    private final VerdictsToCheck verdicts;
    private final CheckingConcerns concerns;
    private final Clock clock;
    private final RandomGenerator dice;

    @Autowired
    Asking(Groups groups, VerdictsToCheck verdicts, CheckingConcerns concerns, Clock clock) {
        this(groups, verdicts, concerns, clock, new SecureRandom());
    }

    /** @param dice by which the days fall */
    Asking(Groups groups, VerdictsToCheck verdicts, CheckingConcerns concerns, Clock clock, RandomGenerator dice) {
        this.groups = groups;
        this.verdicts = verdicts;
        this.concerns = concerns;
        this.clock = clock;
        this.dice = dice;
    }

    @Transactional
    public void form() {
        verdicts.groupsAfter(groups.lastBatch()).forEach(group -> groups.add(group, someDay()));
    }

    @Transactional
    public void ask() {
        for (var round : groups.due(clock.instant())) {
            var showBy = clock.instant().plus(TO_SHOW);
            for (var concern : groups.concernsOf(round)) {
                if (concerns.askToShow(concern, showBy)) {
                    groups.asked(round, concern, showBy);
                }
            }
            groups.asked(round);
        }
    }

    @Transactional
    public void goOn() {
        for (var round : groups.looked()) {
            if (round.ordinal() < MOST_ROUNDS && groups.anyNotDone(round)) {
                groups.again(round, someDay());
            } else {
                groups.over(round);
            }
        }
    }

    private Instant someDay() {
        return clock.instant().plus(Duration.ofHours(1 + dice.nextInt(LONGEST_DELAY_IN_HOURS)));
    }
}
