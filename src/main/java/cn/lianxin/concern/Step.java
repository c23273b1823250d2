package cn.lianxin.concern;

import cn.lianxin.kernel.PersonId;
import java.time.Instant;

/** One step on the timeline: what, who, when. */
record Step(ConcernEvent event, Author by, Instant at) {

    /** Who made a step. The worker is written as the worker, never by name: the timeline is read by others. */
    sealed interface Author {
        record Speaker() implements Author {}

        record Person(PersonId person) implements Author {}

        record Clockwork() implements Author {}
    }
}
