package cn.lianxin.platform.audit;

import java.time.Instant;

/**
 * A place at which a log is not what it was.
 *
 * @param place in the chain; 0 where it never had one
 * @param entry its id; 0 where none is known
 */
record Finding(Log log, long place, long entry, Kind kind, Instant at) {

    /** What is wrong with it. */
    enum Kind {
        /** The entry, or the hash that belongs to it, says something else than before. */
        ALTERED,
        /** The entry has gone, or its place in the chain. */
        REMOVED,
        /** It turned up behind others that were there long before. */
        INSERTED,
        /** The chain ends before the place at which it was written down outside. */
        CUT_OFF,
        /** The whole chain is another one than was written down outside. */
        REWRITTEN,
        /** What was let go ends elsewhere than was written down. */
        LET_GO_ELSEWHERE,
        /** The address beside an entry is not the one that was there. */
        OTHER_ADDRESS
    }
}
