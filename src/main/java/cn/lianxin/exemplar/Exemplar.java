package cn.lianxin.exemplar;

import cn.lianxin.kernel.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An article that holds people up as an example.
 *
 * @param crew as which they are shown; empty for none
 * @param notice by which the enterprise was asked; empty where none was named yet
 * @param decided for how many objections to this notice that were found right it was decided what follows
 * @param free whether nothing was missing when it was last looked at
 */
record Exemplar(
        long article,
        String crew,
        Optional<Long> notice,
        PersonId markedBy,
        long decided,
        boolean free,
        List<Subject> subjects) {

    Exemplar {
        subjects = List.copyOf(subjects);
    }

    /** @param person whom personnel knows by this name; empty where he is not of the enterprise */
    record Subject(long id, String name, Optional<PersonId> person, Optional<Said> said) {

        boolean consents() {
            return said.filter(one -> one.deed().consents()).isPresent();
        }

        boolean hasWithdrawn() {
            return said.filter(one -> one.deed() == ConsentDeed.WITHDRAWN).isPresent();
        }
    }

    /**
     * What he said last.
     *
     * @param seenBy who saw him sign, where it is on paper
     */
    record Said(ConsentDeed deed, String seenBy, Optional<LocalDate> day, Instant at) {}

    /**
     * What the chief editor decided when objections had been found right.
     *
     * @param nevertheless whether it may come out; otherwise somebody was taken off for it
     */
    record Decision(long notice, long upheld, boolean nevertheless, String reason, String by, Instant at) {}

    /** All names that a reader of the notice must have found in it. */
    List<String> names() {
        var names = new ArrayList<>(subjects.stream().map(Subject::name).toList());
        if (!crew.isEmpty()) {
            names.add(crew);
        }
        return names;
    }

    Optional<Subject> of(PersonId person) {
        return subjects.stream()
                .filter(one -> one.person().filter(person::equals).isPresent())
                .findFirst();
    }

    Optional<Subject> subject(long id) {
        return subjects.stream().filter(one -> one.id() == id).findFirst();
    }
}
