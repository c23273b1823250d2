package cn.lianxin.verdict;

import cn.lianxin.concern.ReadingConcerns;
import cn.lianxin.organization.Directory;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Giving and publishing verdicts on a clock of one's own, for lives of concerns that lie in the past; within the caller's
 * transaction.
 */
@Component
public class VerdictsInTime {

    private final Verdicts verdicts;
    private final ReadingConcerns concerns;
    private final Answers answers;
    private final Batches batches;
    private final RipeVerdicts ripe;
    private final Directory directory;
    private final JdbcClient database;

    VerdictsInTime(
            Verdicts verdicts,
            ReadingConcerns concerns,
            Answers answers,
            Batches batches,
            RipeVerdicts ripe,
            Directory directory,
            JdbcClient database) {
        this.verdicts = verdicts;
        this.concerns = concerns;
        this.answers = answers;
        this.batches = batches;
        this.ripe = ripe;
        this.directory = directory;
        this.database = database;
    }

    public GivingVerdicts on(Clock clock) {
        return new GivingVerdicts(verdicts, concerns, clock);
    }

    /** Writes down the answers that were given in silence, as if each had been told of. */
    public void catchUp() {
        answers.catchUp();
    }

    /** Makes the release of the week in which the clock stands, if it is still to be made. */
    public Runnable releasingOn(Clock clock) {
        return new ReleasingBatches(batches, ripe, directory, clock)::release;
    }

    /** What was published by the time of the clock. */
    public PublishedVerdicts publishedOn(Clock clock) {
        return new PublishedVerdicts(database, clock);
    }
}
