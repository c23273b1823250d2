package cn.lianxin.api.concern;

import cn.lianxin.concern.Reply;

/** The four parts of a reply as they are read. */
record ReplyParts(
        String request, String facts, String opinion, String basis, Reply.Outcome outcome, Reply.Finding finding) {

    static ReplyParts of(Reply reply) {
        return new ReplyParts(
                reply.request(), reply.facts(), reply.opinion(), reply.basis(), reply.outcome(), reply.finding());
    }
}
