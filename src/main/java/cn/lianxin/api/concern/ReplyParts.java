package cn.lianxin.api.concern;

import cn.lianxin.concern.Reply;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The four parts of a reply as they are read.
 *
 * @param amount in yuan, where money is paid because of it
 */
record ReplyParts(
        String request,
        String facts,
        String opinion,
        String basis,
        Reply.Outcome outcome,
        Reply.Finding finding,
        Optional<String> amount) {

    static ReplyParts of(Reply reply) {
        return new ReplyParts(
                reply.request(),
                reply.facts(),
                reply.opinion(),
                reply.basis(),
                reply.outcome(),
                reply.finding(),
                reply.amount().map(BigDecimal::toPlainString));
    }
}
