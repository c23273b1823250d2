package cn.lianxin.newsroom;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An article: what is worked on, what is public, and what may be done next. A move refuses or answers how it stands afterwards. */
record Article(
        long id,
        String channel,
        ArticleKind kind,
        PersonId author,
        UnitId unit,
        Instant submittedAt,
        Work work,
        Face face,
        int version) {

    /**
     * @param revision the newest one
     * @param nextPlace the stage that is to pass it next; one more than there are where none is left
     */
    record Work(Working state, long revision, int nextPlace, int round, Optional<Instant> publishAt) {
        Work at(Working next) {
            return new Work(next, revision, nextPlace, round, Optional.empty());
        }
    }

    /**
     * What readers see of it.
     *
     * @param lastDueAt by when the missing passes have to follow what came out by the fast lane
     * @param editor who passed it first, as it is printed
     * @param note what readers are told where it is not there any more
     */
    record Face(
            Standing standing,
            Optional<Long> revision,
            String slug,
            Optional<Instant> firstAt,
            Optional<Instant> changedAt,
            Optional<Instant> expireAt,
            Optional<Instant> lastDueAt,
            String editor,
            String note) {

        static final Face NONE = new Face(
                Standing.UNPUBLISHED,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                "");

        Face gone(Standing how, String said, Instant at) {
            return new Face(
                    how, revision, slug, firstAt, Optional.of(at), Optional.empty(), Optional.empty(), editor, said);
        }

        Face due(Optional<Instant> lastDue) {
            return new Face(standing, revision, slug, firstAt, changedAt, expireAt, lastDue, editor, note);
        }
    }

    private Article with(Work next, Face shown) {
        return new Article(id, channel, kind, author, unit, submittedAt, next, shown, version);
    }

    private Article with(Work next) {
        return with(next, face);
    }

    private Article with(Face shown) {
        return with(work, shown);
    }

    boolean isPublic() {
        return face.standing() == Standing.PUBLIC;
    }

    /** Whether the text that is public still waits for the last of its passes. */
    boolean awaitsLast() {
        return isPublic() && face.lastDueAt().isPresent();
    }

    /** Whether this person may pass it now; why not is a refusal. */
    boolean mayPass(Revision revision, Procedure procedure, Hand by) {
        return (work.state() == Working.IN_REVIEW || work.state() == Working.PASSED)
                && procedure
                        .stage(work.nextPlace())
                        .filter(stage -> by.roles().contains(stage.role()))
                        .isPresent()
                && !by.person().equals(author)
                && !by.person().equals(revision.writtenBy())
                && !revision.passedBy(by.person());
    }

    /** @param seen the digest of what he has read; where it is another one by now he reads it first */
    Article pass(Revision revision, Procedure procedure, Hand by, String seen) {
        mustBeAtStage(revision, procedure, by, seen);
        var next = work.nextPlace() + 1;
        if (awaitsLast()) {
            var over = next > procedure.stages().size();
            return with(
                    new Work(
                            over ? Working.SETTLED : Working.IN_REVIEW,
                            work.revision(),
                            next,
                            work.round(),
                            Optional.empty()),
                    over ? face.due(Optional.empty()) : face);
        }
        return with(new Work(
                next > procedure.passesBeforePublic() ? Working.PASSED : Working.IN_REVIEW,
                work.revision(),
                next,
                work.round(),
                Optional.empty()));
    }

    /** To its author, or of a correction to whoever wrote it; what came out by the fast lane is gone at once. */
    Article sendBack(Revision revision, Procedure procedure, Hand by, String seen, String note, Instant now) {
        mustBeAtStage(revision, procedure, by, seen);
        var back = work.at(Working.SENT_BACK);
        return awaitsLast() ? with(work.at(Working.SETTLED), face.gone(Standing.TAKEN_DOWN, note, now)) : with(back);
    }

    private void mustBeAtStage(Revision revision, Procedure procedure, Hand by, String seen) {
        if (work.state() != Working.IN_REVIEW && work.state() != Working.PASSED) {
            throw new Refusal.Conflict("news-moved-on");
        }
        if (!revision.digest().equals(seen) || revision.id() != work.revision()) {
            throw new Refusal.Conflict("news-text-changed");
        }
        if (by.person().equals(author) || by.person().equals(revision.writtenBy())) {
            throw new Refusal.NotAllowed("news-own-text");
        }
        if (revision.passedBy(by.person())) {
            throw new Refusal.NotAllowed("news-passed-by-you");
        }
        var stage = procedure.stage(work.nextPlace()).orElseThrow(() -> new Refusal.Conflict("news-moved-on"));
        if (!by.roles().contains(stage.role())) {
            throw new Refusal.NotAllowed("news-not-your-stage");
        }
    }

    /** By whoever reads it: the passes from the configured stage on are void. */
    Article edit(long newRevision, Procedure procedure, Hand by) {
        mustNotAwaitLast();
        permitted(ArticleRight.EDIT, work.state(), procedure, by, Working.IN_REVIEW, Working.PASSED);
        return with(new Work(
                Working.IN_REVIEW,
                newRevision,
                Math.min(work.nextPlace(), procedure.voidsFrom()),
                work.round(),
                Optional.empty()));
    }

    /** By its author, after it came back. */
    Article submitAgain(long newRevision, PersonId by) {
        if (!by.equals(author) || work.state() != Working.SENT_BACK || face.standing() != Standing.UNPUBLISHED) {
            throw new Refusal.Conflict("news-moved-on");
        }
        return with(new Work(Working.IN_REVIEW, newRevision, 1, work.round() + 1, Optional.empty()));
    }

    boolean mayWithdraw(PersonId by) {
        return by.equals(author) && face.standing() == Standing.UNPUBLISHED && work.state() != Working.WITHDRAWN;
    }

    /** By its author, until it is public; afterwards it is retracted or taken down by those who answer for it. */
    Article withdraw(PersonId by) {
        if (!mayWithdraw(by)) {
            throw new Refusal.Conflict("news-moved-on");
        }
        return with(work.at(Working.WITHDRAWN));
    }

    Article publish(Revision revision, Procedure procedure, Hand by, Instant now) {
        permitted(ArticleRight.PUBLISH, work.state(), procedure, by, Working.PASSED);
        return shown(revision, procedure, now);
    }

    /** At the time to the second; it lies in the future. */
    Article schedule(Procedure procedure, Hand by, Instant at, Instant now) {
        permitted(ArticleRight.SCHEDULE, work.state(), procedure, by, Working.PASSED);
        if (!at.isAfter(now)) {
            throw new Refusal.Violation("at", "news-not-in-future");
        }
        return with(new Work(Working.SCHEDULED, work.revision(), work.nextPlace(), work.round(), Optional.of(at)));
    }

    Article unschedule(Procedure procedure, Hand by) {
        permitted(ArticleRight.UNSCHEDULE, work.state(), procedure, by, Working.SCHEDULED);
        return with(work.at(Working.PASSED));
    }

    /** The installation, when the time has come. */
    Article comeOut(Revision revision, Procedure procedure, Instant now) {
        if (work.state() != Working.SCHEDULED
                || work.publishAt().filter(at -> !at.isAfter(now)).isEmpty()) {
            throw new Refusal.Conflict("news-moved-on");
        }
        return shown(revision, procedure, now);
    }

    /** The installation: its time has come, and it may not come out as it is. */
    Article holdUp() {
        if (work.state() != Working.SCHEDULED) {
            throw new Refusal.Conflict("news-moved-on");
        }
        return with(work.at(Working.PASSED));
    }

    /** The time of first publication never changes. */
    private Article shown(Revision revision, Procedure procedure, Instant now) {
        if (revision.id() != work.revision() || revision.passes().size() < procedure.passesBeforePublic()) {
            throw new Refusal.Conflict("news-moved-on");
        }
        var missing = work.nextPlace() <= procedure.stages().size();
        return with(
                work.at(missing ? Working.IN_REVIEW : Working.SETTLED),
                new Face(
                        Standing.PUBLIC,
                        Optional.of(revision.id()),
                        Slug.of(revision.content().title()),
                        face.firstAt().or(() -> Optional.of(now)),
                        Optional.of(now),
                        face.expireAt(),
                        missing ? procedure.lastWithin().map(now::plus) : Optional.empty(),
                        revision.passAt(1).map(Revision.Pass::name).orElse(""),
                        ""));
    }

    /** Begins another text, which is passed as the first one was; what is public stays as it is until then. */
    Article correct(long newRevision, Procedure procedure, Hand by) {
        mustNotAwaitLast();
        permitted(ArticleRight.CORRECT, face.standing(), procedure, by, Standing.PUBLIC);
        if (work.state() != Working.SETTLED && work.state() != Working.SENT_BACK) {
            throw new Refusal.Conflict("news-correction-waits");
        }
        return with(new Work(Working.IN_REVIEW, newRevision, 1, work.round() + 1, Optional.empty()));
    }

    Article retract(Procedure procedure, Hand by, String note, Instant now) {
        permitted(ArticleRight.RETRACT, face.standing(), procedure, by, Standing.PUBLIC);
        return with(work.at(Working.SETTLED), face.gone(Standing.RETRACTED, note, now));
    }

    Article takeDown(Procedure procedure, Hand by, String note, Instant now) {
        permitted(ArticleRight.TAKE_DOWN, face.standing(), procedure, by, Standing.PUBLIC, Standing.RETRACTED);
        return with(work.at(Working.SETTLED), face.gone(Standing.TAKEN_DOWN, note, now));
    }

    Article endAt(Procedure procedure, Hand by, Instant at, Instant now) {
        permitted(ArticleRight.EXPIRE, face.standing(), procedure, by, Standing.PUBLIC);
        if (!at.isAfter(now)) {
            throw new Refusal.Violation("at", "news-not-in-future");
        }
        return with(new Face(
                face.standing(),
                face.revision(),
                face.slug(),
                face.firstAt(),
                face.changedAt(),
                Optional.of(at),
                face.lastDueAt(),
                face.editor(),
                face.note()));
    }

    /** The installation, when the day has come. */
    Article expire(Instant now) {
        if (!isPublic() || face.expireAt().filter(at -> !at.isAfter(now)).isEmpty()) {
            throw new Refusal.Conflict("news-moved-on");
        }
        return with(work.at(Working.SETTLED), face.gone(Standing.EXPIRED, "", now));
    }

    private void mustNotAwaitLast() {
        if (awaitsLast()) {
            throw new Refusal.Conflict("news-awaits-last");
        }
    }

    /** Whether the state is one of those, and the procedure gives it to one of his roles there. */
    private static void permitted(
            ArticleRight right, Enum<?> state, Procedure procedure, Hand by, Enum<?>... possible) {
        if (!List.of(possible).contains(state)) {
            throw new Refusal.Conflict("news-moved-on");
        }
        if (!procedure.permits(right, state, by.roles())) {
            throw new Refusal.NotAllowed("news-not-yours");
        }
    }
}
