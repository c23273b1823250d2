package cn.lianxin.exemplar;

import cn.lianxin.kernel.Actor;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The same activities at another time, for the invented enterprise; within the caller's transaction. */
@Component
public class ExemplarsInTime {

    private final NamingExemplars naming;
    private final Consenting consenting;

    ExemplarsInTime(NamingExemplars naming, Consenting consenting) {
        this.naming = naming;
        this.consenting = consenting;
    }

    /** By his staff number. */
    @Transactional
    public void name(long article, String staffNumber, Actor.Member by, Clock clock) {
        naming.on(clock).name(article, "", staffNumber, by);
    }

    @Transactional
    public void consent(long article, Actor.Member by, Clock clock) {
        consenting.on(clock).consent(article, by);
    }

    @Transactional
    public void runBy(long article, long notice, Actor.Member by, Clock clock) {
        naming.on(clock).runBy(article, Long.toString(notice), by);
    }
}
