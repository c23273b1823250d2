package cn.lianxin.demo;

import cn.lianxin.concern.CheckingConcerns;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.spotcheck.Look;
import cn.lianxin.spotcheck.SpotChecks;
import cn.lianxin.spotcheck.SpotChecksInTime;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Of the units that were asked today some have shown how it stands, and a reviewer has looked; the others wait. */
@Component
class Showing {

    private static final Logger LOG = LoggerFactory.getLogger(Showing.class);

    private final SpotChecksInTime spotChecks;
    private final CheckingConcerns concerns;
    private final Clock clock;

    Showing(SpotChecksInTime spotChecks, CheckingConcerns concerns, Clock clock) {
        this.spotChecks = spotChecks;
        this.concerns = concerns;
        this.clock = clock;
    }

    void play(Company company, TransactionTemplate alone) {
        var checks = spotChecks.on(clock, new Random(0));
        var reviewer = company.member(
                company.plan().holders(Role.SUPERVISOR, "G-C").getLast().staffNumber());
        var place = 0;
        for (var look : checks.looksOf(reviewer)) {
            var turn = place++;
            if (turn % 3 != 2) {
                attempt(alone, look, () -> show(look, company));
            }
            if (turn % 3 == 0) {
                attempt(alone, look, () -> find(checks, look, turn == 0, reviewer));
            }
        }
    }

    private void show(Look look, Company company) {
        handler(company, look.unit())
                .ifPresent(by -> concerns.show(
                        ConcernNumber.parse(look.number()).orElseThrow(),
                        "今天又看了一遍：答复里答应的都照办了，底子存在科里，随时可以来看。",
                        List.of(),
                        by));
    }

    private static void find(SpotChecks checks, Look look, boolean notDone, Actor.Member reviewer) {
        if (notDone) {
            checks.found(look, Look.Finding.NOT_DONE, "去看了，也问了几个人，答应的还没见着。", reviewer);
        } else {
            checks.found(look, Look.Finding.DONE, "去看了，和答复说的一样。", reviewer);
        }
    }

    private static void attempt(TransactionTemplate alone, Look look, Runnable deed) {
        try {
            alone.executeWithoutResult(_ -> deed.run());
        } catch (Refusal refused) {
            LOG.warn("a look at {} in the demo enterprise is left out: {}", look.number(), refused.getMessage());
        }
    }

    private static Optional<Actor.Member> handler(Company company, UnitId unit) {
        var plan = company.plan();
        return plan.units().keySet().stream()
                .filter(code -> company.unit(code).equals(unit))
                .flatMap(code -> plan.holders(Role.HANDLER, code).stream())
                .map(one -> company.member(one.staffNumber()))
                .findFirst();
    }
}
