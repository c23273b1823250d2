package cn.lianxin.platform.emergency;

/** What a sign withstands. */
enum Weight {
    /** Pay, papers and questions beside it make it harmless. */
    THING(0.2),

    /** Somebody is hurt or cannot get out: only a claim that is settled on paper makes it harmless. */
    BODY(0.15),

    /** Somebody means to do harm to himself or others: nothing beside it makes it harmless but a play or the past. */
    INTENT(0);

    private final double enough;

    Weight(double enough) {
        this.enough = enough;
    }

    /** Whether it counts in a sentence that sounds so much like danger. */
    boolean countsAt(double likelihood) {
        return likelihood >= enough;
    }
}
