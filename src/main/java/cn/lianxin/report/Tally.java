package cn.lianxin.report;

/**
 * What of a concern fell into a period.
 *
 * @param part of the unit that is responsible; 0 where it is outside
 */
record Tally(
        long concern,
        String area,
        long part,
        boolean received,
        boolean accepted,
        boolean answered,
        boolean answeredLate,
        boolean waiting,
        boolean waitingLate,
        boolean raisedAgain,
        boolean concluded,
        boolean assigned,
        boolean handedBack,
        boolean extended,
        boolean escalated,
        boolean reviewAsked,
        boolean suggested,
        boolean adopted,
        boolean explained,
        boolean notAdopted) {}
