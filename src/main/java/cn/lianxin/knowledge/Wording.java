package cn.lianxin.knowledge;

import cn.lianxin.identity.ApprovingLine;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One wording of a public question. It is decided by two people of two lines, and by nobody who proposed it.
 *
 * @param place 1 for the first of its question, 2 for a correction of it
 * @param publicAt once it was public
 */
record Wording(
        long id,
        long question,
        int place,
        Text text,
        WordingState state,
        PersonId proposedBy,
        Instant proposedAt,
        Optional<Approval> first,
        Optional<Approval> second,
        Optional<Instant> publicAt,
        String reason) {

    record Approval(PersonId by, ApprovingLine line) {}

    /** A correction of what is public already. */
    public boolean isCorrection() {
        return place > 1;
    }

    /** Approved once, or public with the second approval. */
    Wording approve(PersonId by, Set<ApprovingLine> lines, Instant at) {
        mustWait();
        if (by.equals(proposedBy) || first.filter(one -> one.by().equals(by)).isPresent()) {
            throw new Refusal.NotAllowed("question-own");
        }
        var line = lines.stream()
                .filter(one -> first.filter(approval -> approval.line() == one).isEmpty())
                .findFirst()
                .orElseThrow(() -> new Refusal.NotAllowed("question-same-line"));
        var approval = Optional.of(new Approval(by, line));
        return first.isEmpty()
                ? with(WordingState.APPROVED_ONCE, approval, Optional.empty(), Optional.empty(), "")
                : with(WordingState.PUBLIC, first, approval, Optional.of(at), "");
    }

    /** Whether he could approve it now. */
    boolean waitsFor(PersonId by, Set<ApprovingLine> lines) {
        return state.waits()
                && !by.equals(proposedBy)
                && first.filter(one -> one.by().equals(by)).isEmpty()
                && lines.stream()
                        .anyMatch(
                                line -> first.filter(one -> one.line() == line).isEmpty());
    }

    Wording decline(String why) {
        mustWait();
        if (why.isBlank()) {
            throw new Refusal.Violation("reason", "required");
        }
        return with(WordingState.DECLINED, first, second, publicAt, why);
    }

    Wording withdraw(PersonId by) {
        mustWait();
        if (!by.equals(proposedBy)) {
            throw new Refusal.NotAllowed("not-yours");
        }
        return with(WordingState.WITHDRAWN, first, second, publicAt, "");
    }

    Wording replace() {
        if (state != WordingState.PUBLIC) {
            throw new Refusal.Conflict("moved-on");
        }
        return with(WordingState.REPLACED, first, second, publicAt, "");
    }

    private void mustWait() {
        if (!state.waits()) {
            throw new Refusal.Conflict("moved-on");
        }
    }

    private Wording with(
            WordingState next,
            Optional<Approval> nextFirst,
            Optional<Approval> nextSecond,
            Optional<Instant> nextPublicAt,
            String why) {
        return new Wording(
                id, question, place, text, next, proposedBy, proposedAt, nextFirst, nextSecond, nextPublicAt, why);
    }
}
