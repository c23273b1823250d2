package cn.lianxin.spotcheck;

import cn.lianxin.kernel.UnitId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A unit in one period.
 *
 * @param mismatches calls in which the worker told another thing than was recorded, or had been told what to say
 * @param chance that an honest unit shows so many or more
 * @param named by the procedure of Benjamini and Hochberg over all units of the period
 */
record UnitFinding(UnitId unit, int calls, int mismatches, double chance, boolean named) {

    /** Of calls with an honest unit: people misremember and misunderstand. */
    static final double HONEST = 0.05;

    /** Of those named, so many may be honest. */
    static final double FALSE_DISCOVERIES = 0.1;

    /** Calls of one unit and what they gave. */
    record Count(UnitId unit, int calls, int mismatches) {}

    private static final int FEWEST_SHOWN = 5;

    /** Whether its figures may be shown: neither those who match nor those who do not are fewer than five. */
    boolean isShown() {
        return mismatches >= FEWEST_SHOWN && calls - mismatches >= FEWEST_SHOWN;
    }

    /** All units of a period, the least likely first. */
    static List<UnitFinding> of(List<Count> counts) {
        var tested = counts.stream()
                .map(count -> new UnitFinding(
                        count.unit(),
                        count.calls(),
                        count.mismatches(),
                        tail(count.calls(), count.mismatches()),
                        false))
                .sorted(Comparator.comparingDouble(UnitFinding::chance)
                        .thenComparing(finding -> finding.unit().value()))
                .toList();
        var named = 0;
        for (var rank = 1; rank <= tested.size(); rank++) {
            if (tested.get(rank - 1).chance() <= FALSE_DISCOVERIES * rank / tested.size()) {
                named = rank;
            }
        }
        var findings = new ArrayList<UnitFinding>();
        for (var finding : tested) {
            findings.add(new UnitFinding(
                    finding.unit, finding.calls, finding.mismatches, finding.chance, findings.size() < named));
        }
        return findings;
    }

    /** Exact: so many or more of so many calls. */
    static double tail(int calls, int mismatches) {
        var below = 0.0;
        var term = Math.pow(1 - HONEST, calls);
        for (var hits = 0; hits < mismatches; hits++) {
            below += term;
            term *= HONEST / (1 - HONEST) * (calls - hits) / (hits + 1);
        }
        return Math.clamp(1 - below, 0, 1);
    }
}
