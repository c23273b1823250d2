package cn.lianxin.concern;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.time.Instant;
import java.util.Optional;

/**
 * That a concern was answered, for the room that asks the worker what he thinks of it.
 *
 * @param unit that answered: the one that leads, or the desk that declined
 * @param speaker whom the house knows as the one who spoke up; nobody where he left no name
 * @param aliased whether he has a name in the vault alone, and stands in other rows by his alias
 * @param inConfidence a telephone that rings may give him away
 * @param restricted a report of wrongdoing, of which the units know nothing and which no figure of theirs counts
 */
public record AnsweredConcern(
        JudgedAnswer answer,
        ConcernNumber number,
        UnitId unit,
        Optional<PersonId> speaker,
        boolean aliased,
        boolean inConfidence,
        boolean restricted,
        Instant at) {}
