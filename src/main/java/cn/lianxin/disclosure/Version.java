package cn.lianxin.disclosure;

import cn.lianxin.kernel.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a notice says, or that it is withdrawn.
 *
 * @param reason why it was corrected or withdrawn
 * @param closesEarlier what stood there before tells of somebody what is not to be told
 * @param returned why the second person gave it back; empty text if he did not
 */
record Version(
        int place,
        Kind kind,
        String title,
        String body,
        Table table,
        List<UUID> files,
        String reason,
        boolean closesEarlier,
        State state,
        int dutyPlace,
        PersonId draftedBy,
        String returned,
        Optional<PersonId> approvedBy,
        Optional<Instant> publishedAt,
        Optional<Instant> objectionsUntil,
        Optional<Instant> staysUntil) {

    enum Kind {
        PUBLICATION,
        CORRECTION,
        WITHDRAWAL
    }

    enum State {
        DRAFT,
        SUBMITTED,
        PUBLIC
    }

    Version {
        files = List.copyOf(files);
    }

    static Version begun(int place, Kind kind, String reason, boolean closesEarlier, int dutyPlace, PersonId by) {
        return new Version(
                place,
                kind,
                "",
                "",
                Table.NONE,
                List.of(),
                reason,
                closesEarlier,
                State.DRAFT,
                dutyPlace,
                by,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Other words, by whoever wrote last. */
    Version saying(String newTitle, String newBody, Table newTable, List<UUID> newFiles, PersonId by) {
        return new Version(
                place,
                kind,
                newTitle,
                newBody,
                newTable,
                newFiles,
                reason,
                closesEarlier,
                state,
                dutyPlace,
                by,
                returned,
                approvedBy,
                publishedAt,
                objectionsUntil,
                staysUntil);
    }

    Version as(State newState, String whyReturned) {
        return new Version(
                place,
                kind,
                title,
                body,
                table,
                files,
                reason,
                closesEarlier,
                newState,
                dutyPlace,
                draftedBy,
                whyReturned,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Version published(PersonId by, Instant at, Optional<Instant> objections, Optional<Instant> stays, int byDutyPlace) {
        return new Version(
                place,
                kind,
                title,
                body,
                table,
                files,
                reason,
                closesEarlier,
                State.PUBLIC,
                byDutyPlace,
                draftedBy,
                "",
                Optional.of(by),
                Optional.of(at),
                objections,
                stays);
    }

    boolean isPublic() {
        return state == State.PUBLIC;
    }

    boolean takesObjections(Instant now) {
        return isPublic()
                && kind != Kind.WITHDRAWAL
                && objectionsUntil.filter(now::isBefore).isPresent();
    }
}
