package cn.lianxin.platform.emergency;

/** What a sign withstands. */
enum Weight {
    /** Pay, papers and questions beside it make it harmless. */
    THING,

    /** Somebody is hurt or cannot get out: only a claim that is settled on paper makes it harmless. */
    BODY,

    /** Somebody means to do harm to himself or others: nothing beside it makes it harmless but a play or the past. */
    INTENT
}
