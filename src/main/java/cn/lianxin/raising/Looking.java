package cn.lianxin.raising;

import cn.lianxin.concern.ConcernKind;
import cn.lianxin.kernel.Actor;
import cn.lianxin.promise.Grade;
import cn.lianxin.promise.Matter;
import cn.lianxin.promise.Matters;
import cn.lianxin.raising.BeforeSending.Answered;
import cn.lianxin.raising.BeforeSending.Known;
import cn.lianxin.raising.BeforeSending.Written;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Looks whether there is anything to show before it is sent. Never for a report of wrongdoing, nor where life is in danger: the
 * one is to leave no trace of having been compared, the other has no time.
 */
@Component
class Looking {

    private static final Logger LOG = LoggerFactory.getLogger(Looking.class);

    private final ObjectProvider<BeforeSending> rooms;
    private final Matters matters;

    Looking(ObjectProvider<BeforeSending> rooms, Matters matters) {
        this.rooms = rooms;
        this.matters = matters;
    }

    Known at(Draft draft, Actor actor) {
        var room = rooms.getIfAvailable();
        if (room == null || draft.words().isBlank() || mustNotBeLookedAt(draft)) {
            return Known.nothing();
        }
        try {
            return room.look(new Written(draft.words(), draft.unit()), actor);
        } catch (RuntimeException broken) {
            // Nobody is kept from speaking because something beside the way is broken.
            LOG.warn("What is known could not be looked up.", broken);
            return Known.nothing();
        }
    }

    Optional<Answered> question(long number) {
        var room = rooms.getIfAvailable();
        return room == null ? Optional.empty() : room.question(number);
    }

    void answers(long number, Actor actor, String token) {
        rooms.ifAvailable(room -> room.answers(number, actor, token));
    }

    private boolean mustNotBeLookedAt(Draft draft) {
        var matter = matters.get(draft.matter().orElse(Matter.UNCLASSIFIED));
        var grade = matters.gradeOf(matter, draft.words());
        var kind = draft.kind().orElse(ConcernKind.HELP);
        return kind == ConcernKind.REPORT || grade.restricted() || grade == Grade.U0 || soundsLikeWrongdoing(draft);
    }

    private boolean soundsLikeWrongdoing(Draft draft) {
        return Matters.clearest(matters.suggest(draft.words(), 1))
                .filter(matter -> matter.grade().restricted())
                .isPresent();
    }
}
