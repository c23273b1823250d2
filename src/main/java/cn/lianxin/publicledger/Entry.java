package cn.lianxin.publicledger;

import cn.lianxin.identity.ApprovingLine;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * One concern on its way to be public. It is decided by two people of two lines, and by nobody who proposed it.
 *
 * @param wording empty once it neither waits nor is public
 * @param kept what looks like somebody and stays
 * @param picturing whether whoever proposed it is still choosing pictures; nobody decides so long
 */
record Entry(
        long number,
        long concern,
        UnitId desk,
        UnitId unit,
        LocalDate promisedOn,
        LocalDate repliedOn,
        Optional<Wording> wording,
        EntryState state,
        PersonId proposedBy,
        Instant proposedAt,
        Optional<Approval> first,
        Optional<Approval> second,
        Optional<Instant> publicAt,
        Kept kept,
        Optional<Declined> declined,
        boolean picturing) {

    record Approval(PersonId by, ApprovingLine line) {}

    /** @param reason of the second person, for the parts that stayed; both blank where nothing had to */
    record Kept(String parts, String reason) {

        static final Kept NOTHING = new Kept("", "");
    }

    /** Approved once, or public with the second approval. */
    Entry approve(PersonId by, Set<ApprovingLine> lines, Kept left, Instant at) {
        mustWait();
        if (picturing) {
            throw new Refusal.Conflict("public-ledger-picturing");
        }
        if (by.equals(proposedBy) || first.filter(one -> one.by().equals(by)).isPresent()) {
            throw new Refusal.NotAllowed("public-ledger-own");
        }
        var line = lines.stream()
                .filter(one -> first.filter(approval -> approval.line() == one).isEmpty())
                .findFirst()
                .orElseThrow(() -> new Refusal.NotAllowed("public-ledger-same-line"));
        var approval = Optional.of(new Approval(by, line));
        return first.isEmpty()
                ? with(EntryState.APPROVED_ONCE, approval, Optional.empty(), Optional.empty(), Kept.NOTHING, false)
                : with(EntryState.PUBLIC, first, approval, Optional.of(at), left, false);
    }

    /** Whether he could approve it now. */
    boolean waitsFor(PersonId by, Set<ApprovingLine> lines) {
        return state.waits()
                && !picturing
                && !by.equals(proposedBy)
                && first.filter(one -> one.by().equals(by)).isEmpty()
                && lines.stream()
                        .anyMatch(
                                line -> first.filter(one -> one.line() == line).isEmpty());
    }

    /** Its pictures are chosen anew: whoever approved it approved something else. */
    Entry choosePictures() {
        mustWait();
        return with(EntryState.PROPOSED, Optional.empty(), Optional.empty(), Optional.empty(), Kept.NOTHING, true);
    }

    Entry picturesChosen() {
        mustWait();
        return with(state, first, second, publicAt, kept, false);
    }

    Entry decline(Declined why) {
        mustWait();
        return new Entry(
                number,
                concern,
                desk,
                unit,
                promisedOn,
                repliedOn,
                Optional.empty(),
                EntryState.DECLINED,
                proposedBy,
                proposedAt,
                first,
                second,
                publicAt,
                kept,
                Optional.of(why),
                false);
    }

    Entry retract() {
        mustWait();
        return new Entry(
                number,
                concern,
                desk,
                unit,
                promisedOn,
                repliedOn,
                Optional.empty(),
                EntryState.RETRACTED,
                proposedBy,
                proposedAt,
                first,
                second,
                publicAt,
                kept,
                Optional.empty(),
                false);
    }

    private void mustWait() {
        if (!state.waits()) {
            throw new Refusal.Conflict("moved-on");
        }
    }

    private Entry with(
            EntryState next,
            Optional<Approval> nextFirst,
            Optional<Approval> nextSecond,
            Optional<Instant> nextPublicAt,
            Kept left,
            boolean chooses) {
        return new Entry(
                number,
                concern,
                desk,
                unit,
                promisedOn,
                repliedOn,
                wording,
                next,
                proposedBy,
                proposedAt,
                nextFirst,
                nextSecond,
                nextPublicAt,
                left,
                declined,
                chooses);
    }
}
