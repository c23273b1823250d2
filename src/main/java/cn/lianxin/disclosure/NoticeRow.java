package cn.lianxin.disclosure;

import cn.lianxin.kernel.UnitId;
import java.time.Instant;
import java.util.Optional;

/**
 * A notice in a list, by its newest version that is public.
 *
 * @param place of that version
 * @param unanswered how many objections wait for a reply
 */
record NoticeRow(
        long number,
        UnitId unit,
        String duty,
        String title,
        int place,
        boolean withdrawn,
        Instant publishedAt,
        Instant objectionsUntil,
        Optional<Instant> staysUntil,
        Optional<Instant> endedAt,
        int objections,
        int unanswered) {

    boolean stands() {
        return !withdrawn && endedAt.isEmpty();
    }

    boolean takesObjections(Instant now) {
        return stands() && now.isBefore(objectionsUntil);
    }
}
