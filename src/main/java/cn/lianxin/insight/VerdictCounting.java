package cn.lianxin.insight;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Figures of published batches, never of a verdict. */
final class VerdictCounting {

    private final long rated;
    private final long solved;
    private final long satisfied;

    VerdictCounting(Collection<BatchStore.Batch> batches) {
        rated = batches.stream().mapToLong(BatchStore.Batch::rated).sum();
        solved = batches.stream().mapToLong(BatchStore.Batch::solved).sum();
        satisfied = batches.stream().mapToLong(BatchStore.Batch::satisfied).sum();
    }

    /** @param counts of the same group; nothing where it is withheld or not final */
    Figure figure(Indicator indicator, int version, Map<Indicator, Count> counts) {
        return switch (indicator) {
            case SOLVED -> ofRated(indicator, version, solved, 1);
            case SATISFIED -> ofRated(indicator, version, satisfied, 1);
            case SOLVED_AND_STAYED ->
                Optional.ofNullable(counts.get(Indicator.RECURRED))
                        .flatMap(count ->
                                Figure.of(Indicator.RECURRED, version, count).share())
                        .map(recurred -> ofRated(indicator, version, solved, 1 - recurred))
                        .orElseGet(() ->
                                Figure.withheld(indicator, version, rated == 0 ? Withheld.NOTHING : Withheld.FEW));
            case RATED -> ofAnswers(indicator, version, counts, true);
            case NO_VERDICT -> ofAnswers(indicator, version, counts, false);
            default -> throw new IllegalArgumentException(indicator + " is counted from cases");
        };
    }

    private Figure ofRated(Indicator indicator, int version, long those, double stayed) {
        return rated == 0
                ? Figure.withheld(indicator, version, Withheld.NOTHING)
                : Figure.shared(indicator, version, those, rated, Map.of(), stayed * those / rated);
    }

    private Figure ofAnswers(Indicator indicator, int version, Map<Indicator, Count> counts, boolean judged) {
        var answers = counts.get(Indicator.RATED);
        if (answers == null || answers.denominator() == 0) {
            return Figure.withheld(indicator, version, answers == null ? Withheld.FEW : Withheld.NOTHING);
        }
        var all = answers.denominator();
        var with = Math.min(all, rated);
        return Figure.of(indicator, version, judged ? with : all - with, all, Map.of());
    }
}
