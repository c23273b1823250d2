package cn.lianxin.concern;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A concern as another system may have it: without any name, and never a report of wrongdoing.
 *
 * @param state constant name, {@code UNDER_REVIEW}
 * @param unitCode of the unit that it is about
 * @param responsible name of the lead unit, before there is one of the unit that owns it
 * @param answer what stands as the answer, empty while there is none
 * @param files that came with the filing
 * @param guarded whether it is protected, and not the caller's own
 */
public record Extract(
        long id,
        ConcernNumber number,
        Instant filedAt,
        Instant changedAt,
        Instant replyBy,
        String state,
        boolean over,
        String matter,
        String words,
        String place,
        String unitCode,
        Channel channel,
        String responsible,
        String answer,
        List<UUID> files,
        boolean guarded) {

    public Extract {
        files = List.copyOf(files);
    }
}
