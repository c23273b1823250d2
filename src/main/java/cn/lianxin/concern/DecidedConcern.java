package cn.lianxin.concern;

import cn.lianxin.promise.Grade;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A decided concern, to decide another one by.
 *
 * @param unit short name of whoever answered
 * @param recorded whether a ledger tells of it, from before there was Lianxin
 * @param basis the rule that the answer itself rests on, in its words; empty where it names none
 * @param yuan that were granted with the answer, where it names an amount
 * @param promisedBy the keys of the rules by which the answer was promised
 * @param stands whether the answer stands at this moment, and nobody asked for another
 * @param overturned whether somebody else found later that the answer was wrong
 */
public record DecidedConcern(
        long id,
        String number,
        String title,
        String unit,
        String matter,
        Grade grade,
        Decision decision,
        boolean recorded,
        String basis,
        Optional<BigDecimal> yuan,
        Instant filedAt,
        Instant decidedAt,
        List<Long> promisedBy,
        boolean stands,
        boolean overturned) {

    /** From the filing to the answer, by the calendar. */
    public long days() {
        return Math.max(0, ChronoUnit.DAYS.between(filedAt, decidedAt));
    }
}
