package cn.lianxin.report;

/**
 * A number of a report. One to four could be recognized and is withheld; so is its neighbour where the total would tell.
 *
 * @param count 0 where it is withheld, so that it is written down nowhere
 */
record Figure(long count, boolean withheld) {

    static final Figure WITHHELD = new Figure(0, true);

    static Figure of(long count) {
        return new Figure(count, false);
    }
}
