package cn.lianxin.report;

/** How many of the concerns of one area and one unit fell into a period. */
record Tally(
        String area,
        long part,
        long received,
        long accepted,
        long answered,
        long answeredLate,
        long waiting,
        long waitingLate,
        long raisedAgain,
        long concluded,
        long assigned,
        long handedBack,
        long extended,
        long escalated,
        long reviewAsked,
        long suggestions,
        long adopted,
        long explained,
        long notAdopted) {}
