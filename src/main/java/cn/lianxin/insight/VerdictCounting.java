package cn.lianxin.insight;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Figures of published batches, never of a verdict. */
final class VerdictCounting {

    private final long rated;
    private final long solved;
    private final long satisfied;

    VerdictCounting(List<BatchStore.Batch> batches) {
        rated = batches.stream().mapToLong(BatchStore.Batch::rated).sum();
        solved = batches.stream().mapToLong(BatchStore.Batch::solved).sum();
        satisfied = batches.stream().mapToLong(BatchStore.Batch::satisfied).sum();
    }

    /** @param answers of the same group; nothing where it is withheld */
    Figure figure(Indicator indicator, int version, Optional<Counting> answers) {
        return switch (indicator) {
            case SOLVED -> ofRated(indicator, version, solved, 1);
            case SATISFIED -> ofRated(indicator, version, satisfied, 1);
            case SOLVED_AND_STAYED ->
                answers.map(counting -> counting.figure(Indicator.RECURRED, version))
                        .flatMap(Figure::share)
                        .map(recurred -> ofRated(indicator, version, solved, 1 - recurred))
                        .orElseGet(() ->
                                Figure.withheld(indicator, version, rated == 0 ? Withheld.NOTHING : Withheld.FEW));
            case RATED -> ofAnswers(indicator, version, answers, true);
            case NO_VERDICT -> ofAnswers(indicator, version, answers, false);
            default -> throw new IllegalArgumentException(indicator + " is counted from cases");
        };
    }

    private Figure ofRated(Indicator indicator, int version, long those, double stayed) {
        return rated == 0
                ? Figure.withheld(indicator, version, Withheld.NOTHING)
                : Figure.shared(indicator, version, those, rated, Map.of(), stayed * those / rated);
    }

    private Figure ofAnswers(Indicator indicator, int version, Optional<Counting> answers, boolean judged) {
        if (answers.isEmpty()) {
            return Figure.withheld(indicator, version, Withheld.FEW);
        }
        var all = answers.get().answers();
        if (all == 0) {
            return Figure.withheld(indicator, version, Withheld.NOTHING);
        }
        var with = Math.min(all, rated);
        return Figure.of(indicator, version, judged ? with : all - with, all, Map.of());
    }
}
