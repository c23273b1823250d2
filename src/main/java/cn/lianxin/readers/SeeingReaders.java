package cn.lianxin.readers;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.ReadingConcerns;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Page;
import cn.lianxin.platform.audit.Reading;
import cn.lianxin.platform.audit.Readings;
import cn.lianxin.release.NameRequest;
import cn.lianxin.release.SeeingNameRequests;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has read a protected concern, for the one who raised it. */
@Component
public class SeeingReaders {

    /**
     * @param requests who asked for the name, where it is in confidence
     * @param since before when nobody wrote it down, where the concern is older
     */
    record Seen(Page<Reading> page, List<NameRequest> requests, Optional<Instant> since) {}

    private final ReadingConcerns concerns;
    private final Readings readings;
    private final SeeingNameRequests requests;

    SeeingReaders(ReadingConcerns concerns, Readings readings, SeeingNameRequests requests) {
        this.concerns = concerns;
        this.requests = requests;
        this.readings = readings;
    }

    /**
     * Newest first.
     *
     * @param linesToo also who has seen no more than its title in a list
     * @param speaker for anybody but the one who raised it there is nothing (NotFound)
     */
    @Transactional(readOnly = true)
    public Page<Reading> of(ConcernNumber number, boolean linesToo, Optional<String> after, Actor speaker) {
        return seen(number, linesToo, after, speaker).page();
    }

    @Transactional(readOnly = true)
    Seen seen(ConcernNumber number, boolean linesToo, Optional<String> after, Actor speaker) {
        var trailed = concerns.trailOf(number, speaker);
        return new Seen(
                readings.of(trailed.subject(), linesToo, after),
                requests.ofHisOwn(number, speaker),
                Optional.of(readings.since()).filter(trailed.filedAt()::isBefore));
    }
}
