package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** 问题（专项）: what a concern's page shows of the room of problems; where there is none, it works without. */
public interface CaseProblems {

    /** @param dueAt by when the owner answers for it, while that is still to come about */
    record Part(String number, String title, String unit, String owner, Optional<Instant> dueAt) {}

    /**
     * What stands on the page of one concern before one reader.
     *
     * @param again problems that are being watched and that may be there again in this concern
     * @param opens whether he may say that a problem lies behind it
     */
    record Line(Optional<Part> part, List<Part> again, boolean opens) {

        public Line {
            again = List.copyOf(again);
        }

        static Line none() {
            return new Line(Optional.empty(), List.of(), false);
        }

        public boolean isEmpty() {
            return part.isEmpty() && again.isEmpty() && !opens;
        }
    }

    /** For somebody who sees this concern and did not raise it. */
    Line before(long concern, Actor reader);

    /** For whoever raised it: only what its owner has said is fit for him. */
    Optional<Part> told(long concern);
}
