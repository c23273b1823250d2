package cn.lianxin.sealed;

import java.util.List;
import java.util.Optional;

/**
 * That a sealed report came on its day exactly as it lies here, for the page of whoever sent it. The daybook implements it; without
 * it the page works too.
 */
public interface SealedProofs {

    /** One text file for the report and its answers, of those whose day is over. */
    Optional<String> file(long report);

    /** The keys for which it was closed when its day was over; empty where it is in no day. */
    Optional<List<String>> closedFor(long report, int step);
}
