package cn.lianxin.concern;

import cn.lianxin.kernel.Refusal;

/**
 * The four parts of a reply on a petition (信访工作条例 §32). Questions and suggestions may be answered by the opinion alone.
 *
 * @param request what was asked
 * @param facts what was found, and why
 * @param opinion what is done about it, by when
 * @param basis the rule it rests on
 */
public record Reply(String request, String facts, String opinion, String basis, Outcome outcome) {

    /** 支持、解释、不支持. */
    public enum Outcome {
        SUPPORT,
        EXPLAIN,
        NOT_SUPPORT
    }

    /** Refuses, field by field, what petition rules demand and is not there. */
    void mustSuit(ConcernKind kind) {
        mustBeGiven("opinion", opinion);
        if (kind.needsFourParts()) {
            mustBeGiven("request", request);
            mustBeGiven("facts", facts);
            mustBeGiven("basis", basis);
        }
    }

    private static void mustBeGiven(String field, String text) {
        if (text.isBlank()) {
            throw new Refusal.Violation(field, "reply-part-missing");
        }
    }
}
