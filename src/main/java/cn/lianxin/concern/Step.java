package cn.lianxin.concern;

import cn.lianxin.kernel.PersonId;
import java.time.Instant;
import java.util.Optional;

/** One step on the timeline: what, who, when. */
record Step(ConcernEvent event, Author by, Instant at) {

    /** Who made a step. The worker is written as the worker, never by name: the timeline is read by others. */
    sealed interface Author {
        record Speaker() implements Author {}

        /** @param inPlaceOf who was away when it was made for him */
        record Person(PersonId person, Optional<PersonId> inPlaceOf) implements Author {
            Person(PersonId person) {
                this(person, Optional.empty());
            }
        }

        record Clockwork() implements Author {}
    }
}
