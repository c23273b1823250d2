package cn.lianxin.open311;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.kernel.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * What an application filed.
 *
 * @param receipt digest of the receipt, by which the application follows it
 * @param withheld a report of wrongdoing, whose number it is not told
 * @param content digest of what was sent; empty where it was sent without a token
 */
record Filing(long id, ConcernNumber number, String receipt, Instant filedAt, boolean withheld, String content) {

    Actor holder(Actor.Application program) {
        return new Actor.ReceiptHolder(receipt, Optional.of(program));
    }
}
