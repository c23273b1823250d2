package cn.lianxin.disclosure;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends what has stood for its time. An objection that nobody answered keeps it standing, however long that takes. */
@Component
class Ending {

    private final Notices notices;
    private final Objections objections;
    private final MakingPublic makingPublic;
    private final Clock clock;

    Ending(Notices notices, Objections objections, MakingPublic makingPublic, Clock clock) {
        this.notices = notices;
        this.objections = objections;
        this.makingPublic = makingPublic;
        this.clock = clock;
    }

    Ending on(Clock other) {
        return new Ending(notices, objections, makingPublic, other);
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT50S")
    @Transactional
    public void look() {
        var now = clock.instant();
        for (var number : notices.over(now)) {
            var notice = notices.lock(number);
            var answered =
                    objections.to(number).stream().allMatch(one -> one.reply().isPresent());
            if (notice.endedAt().isEmpty() && answered) {
                notices.end(number, now);
                makingPublic.ended(notice, notice.current().orElseThrow().place(), now);
            }
        }
    }
}
