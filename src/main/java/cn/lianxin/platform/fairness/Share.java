package cn.lianxin.platform.fairness;

/**
 * How often something may be done: so many at once, and then so many in each minute. Together all that strangers of one
 * address may file in ten minutes, whatever they prove, stays below a hundredth of what two processors file in that time.
 */
enum Share {
    /** Pages of somebody who signed in, or of a receipt. */
    OWN_READING(900, 600),
    /** What somebody who signed in does; a clerk writes down what a queue of people says. */
    OWN_WRITING(180, 60),
    /** What the holder of one receipt does. */
    RECEIPT_WRITING(30, 6),
    /** What is done at one terminal, which stands where people wait in line. */
    TERMINAL_WRITING(300, 120),
    /** Pages for all strangers of an address. */
    STRANGERS_READING(600, 240),
    /** Strangers of an address who are let in without being asked for anything. */
    STRANGERS_FREE(60, 4),
    /** Strangers of an address who are let in for a proof of work. */
    STRANGERS_PROVEN(60, 12),
    /** Strangers of an address who have waited, because their browser cannot work for it. */
    STRANGERS_IN_TURN(5, 6),
    /** Passwords that were wrong, from devices of an address that nobody knows. */
    SIGN_INS(100, 30),
    /** Pages for one pass. */
    PASS_READING(300, 60),
    /** Steps of one pass. */
    PASS_WRITING(12, 0),
    /** What one pass files. */
    PASS_FILING(2, 0);

    private final long atOnce;
    private final long perMinute;

    Share(long atOnce, long perMinute) {
        this.atOnce = atOnce;
        this.perMinute = perMinute;
    }

    long atOnce() {
        return atOnce;
    }

    long perMinute() {
        return perMinute;
    }
}
