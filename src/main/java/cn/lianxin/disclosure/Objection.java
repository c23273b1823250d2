package cn.lianxin.disclosure;

import cn.lianxin.kernel.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * 异议: what somebody says against a version of a notice.
 *
 * @param person who said it; empty where he gave no name
 */
record Objection(
        long id,
        long notice,
        int place,
        Optional<PersonId> person,
        String words,
        Instant at,
        Instant replyDue,
        Optional<Reply> reply) {

    boolean isLate(Instant now) {
        return reply.map(Reply::at).orElse(now).isAfter(replyDue);
    }
}
