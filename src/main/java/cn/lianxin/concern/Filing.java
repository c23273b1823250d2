package cn.lianxin.concern;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.time.Instant;
import java.util.Optional;

/**
 * What was said, when, by which way and about whom; nothing of it changes afterwards but the desk.
 *
 * @param unit whose people it is about: the unit of the worker, or the one he named
 * @param desk the unit whose desk received it, or the one above, once somebody is named who is too near to it
 * @param clerk who wrote it down for the worker, where he did not write himself
 * @param restricted whether only supervisors and the worker may see it
 */
record Filing(
        ConcernKind kind,
        Channel channel,
        Reporter reporter,
        Optional<PersonId> clerk,
        String title,
        String words,
        String place,
        UnitId unit,
        UnitId desk,
        boolean restricted,
        Instant filedAt) {

    Filing by(Reporter other) {
        return new Filing(kind, channel, other, clerk, title, words, place, unit, desk, restricted, filedAt);
    }

    Filing withDesk(UnitId above) {
        return new Filing(kind, channel, reporter, clerk, title, words, place, unit, above, restricted, filedAt);
    }
}
