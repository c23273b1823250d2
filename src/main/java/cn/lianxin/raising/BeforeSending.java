package cn.lianxin.raising;

import cn.lianxin.concern.JoiningConcerns;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a room further out knows of what somebody is about to send. Where there is none, or nothing is like enough, the way
 * goes on as if it had not been asked.
 */
public interface BeforeSending {

    /** @param unit that it is about, where he has chosen one */
    record Written(String words, Optional<UnitId> unit) {}

    /** A public question that may be his, with its answer. */
    record Answered(long number, String question, String answer, String unit, Instant since) {}

    /**
     * @param answered the likest first, three at most
     * @param others who have raised the like, without a word of it
     * @param own what he raised himself and may go on with
     */
    record Known(List<Answered> answered, Optional<JoiningConcerns.Others> others, Optional<JoiningConcerns.Own> own) {

        public Known {
            answered = List.copyOf(answered);
        }

        static Known nothing() {
            return new Known(List.of(), Optional.empty(), Optional.empty());
        }

        boolean isNothing() {
            return answered.isEmpty() && others.isEmpty() && own.isEmpty();
        }
    }

    Known look(Written written, Actor actor);

    /** Empty once it may not be shown any more. */
    Optional<Answered> question(long number);

    /**
     * He says that this answers it.
     *
     * @param visit what stands for him where nothing is known of him
     */
    void answers(long number, Actor actor, String visit);
}
