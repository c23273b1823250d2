package cn.lianxin.verdict;

/** How much more often the opponent was right than one who knows only what is published; one verdict of each mine. */
final class Advantage {

    private int games;
    private int wins;
    private int losses;

    void add(boolean opponent, boolean anybody) {
        games++;
        if (opponent && !anybody) {
            wins++;
        } else if (anybody && !opponent) {
            losses++;
        }
    }

    int games() {
        return games;
    }

    double mean() {
        return (double) (wins - losses) / games;
    }

    /** Of the interval that holds the true advantage in 95 of 100 cases. */
    double upperBound() {
        var variance = (double) (wins + losses) / games - mean() * mean();
        return mean() + 1.96 * Math.sqrt(variance / games);
    }

    @Override
    public String toString() {
        return "%d games, gained %.4f, upper bound %.4f".formatted(games, mean(), upperBound());
    }
}
