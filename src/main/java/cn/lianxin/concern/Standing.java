package cn.lianxin.concern;

/** What an actor is to one concern; a person may be several. */
public enum Standing {
    /** He raised it, or holds its receipt. */
    SPEAKER,
    /** He works at the desk that received it. */
    DESK,
    /** He handles concerns for the lead unit. */
    LEAD,
    /** He handles concerns for an assisting unit. */
    ASSISTING,
    /** He answers for the lead unit, or stands above it. */
    LEADER,
    /** He stands above both the desk and the units: arbitrates. */
    ARBITER,
    /** He watches over the handling and may review it. */
    SUPERVISOR,
    /** A supervisor on his own account who stands outside of the line of the unit that answers. */
    REVIEWER,
    /** The installation itself. */
    CLOCKWORK
}
