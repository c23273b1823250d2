package cn.lianxin.disclosure;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 看过了: said once for a version, by somebody of the circle; how many did is told, who did is not. */
@Component
class Acknowledging {

    private final Notices notices;
    private final Objections objections;
    private final Keepers keepers;
    private final Clock clock;

    Acknowledging(Notices notices, Objections objections, Keepers keepers, Clock clock) {
        this.notices = notices;
        this.objections = objections;
        this.keepers = keepers;
        this.clock = clock;
    }

    /** Nothing where he has said it; as a conflict {@code notice-changed-meanwhile}. */
    @Transactional
    public void read(long number, int place, Actor.Member by) {
        var notice = notices.get(number);
        if (!notice.stands() || !keepers.belongs(notice.circle(), by)) {
            throw new Refusal.NotFound();
        }
        if (notice.current().orElseThrow().place() != place) {
            throw new Refusal.Conflict("notice-changed-meanwhile");
        }
        objections.read(number, place, by.person(), clock.instant());
    }
}
