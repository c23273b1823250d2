package cn.lianxin.problem;

import cn.lianxin.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of the timeline; nothing of it ever changes.
 *
 * @param by empty where the clock did it; whoever was given the problem where it was given
 * @param post of that day, in words
 * @param more how a cause was found; by whom a cure is done
 * @param until a date that was promised with it
 * @param concern of which it speaks; only whoever sees that one reads of it
 */
public record ProblemStep(
        Instant at,
        ProblemDeed deed,
        Optional<PersonId> by,
        String name,
        String post,
        String words,
        String more,
        Optional<Instant> until,
        Optional<Long> concern) {

    /** By the clock. */
    static ProblemStep of(ProblemDeed deed, Instant at) {
        return new ProblemStep(at, deed, Optional.empty(), "", "", "", "", Optional.empty(), Optional.empty());
    }

    ProblemStep by(PersonId person, String hisName, String hisPost) {
        return new ProblemStep(at, deed, Optional.of(person), hisName, hisPost, words, more, until, concern);
    }

    ProblemStep saying(String said) {
        return new ProblemStep(at, deed, by, name, post, said, more, until, concern);
    }

    ProblemStep saying(String said, String besides) {
        return new ProblemStep(at, deed, by, name, post, said, besides, until, concern);
    }

    ProblemStep until(Instant date) {
        return new ProblemStep(at, deed, by, name, post, words, more, Optional.of(date), concern);
    }

    ProblemStep about(long one) {
        return new ProblemStep(at, deed, by, name, post, words, more, until, Optional.of(one));
    }

    ProblemStep withoutConcern() {
        return new ProblemStep(at, deed, by, name, post, words, more, until, Optional.empty());
    }

    static ProblemStep read(ResultSet row, int place) throws SQLException {
        @Nullable Long person = row.getObject("person", Long.class);
        @Nullable OffsetDateTime until = row.getObject("until", OffsetDateTime.class);
        @Nullable Long concern = row.getObject("concern", Long.class);
        return new ProblemStep(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                ProblemDeed.valueOf(row.getString("kind")),
                Optional.ofNullable(person).map(PersonId::new),
                row.getString("name"),
                row.getString("post"),
                row.getString("words"),
                row.getString("more"),
                Optional.ofNullable(until).map(OffsetDateTime::toInstant),
                Optional.ofNullable(concern));
    }
}
