package cn.lianxin.platform.audit;

import cn.lianxin.platform.audit.Finding.Kind;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Goes along a chain and compares each entry with its hash, and the chain with what was written down outside. */
@Component
class ChainWalk {

    private static final int AT_ONCE = 5_000;
    private static final int MOST = 50;

    /** How far the walk has come; {@code atEnd} where nothing follows. */
    record Reached(long place, String hash, boolean atEnd, long tookNanoseconds) {
        Reached took(long nanoseconds) {
            return new Reached(place, hash, atEnd, nanoseconds);
        }
    }

    private final Links links;
    private final Witness witness;
    private final Clock clock;

    ChainWalk(Links links, Witness witness, Clock clock) {
        this.links = links;
        this.witness = witness;
        this.clock = clock;
    }

    Reached begin(Log log, List<Finding> found) {
        var start = links.start(log);
        // Asked afterwards: another node writes down that it lets go before it does.
        var letGo = witness.letGo(log);
        if (!letGo.isEmpty() && !letGo.contains(start)) {
            found.add(finding(log, start.place(), 0, Kind.LET_GO_ELSEWHERE));
        }
        return new Reached(start.place(), start.hash(), false, 0);
    }

    Reached on(Log log, Reached from, long until, List<Finding> found) {
        var place = from.place();
        var hash = from.hash();
        while (true) {
            var rows = links.after(log, place, AT_ONCE);
            for (var row : rows) {
                if (row.place() != place + 1) {
                    found.add(finding(log, place + 1, 0, Kind.REMOVED));
                } else {
                    compare(log, hash, row, found);
                }
                witnessed(log, row.place(), row.hash(), found);
                place = row.place();
                // What follows is held against what stands there, so that one fault is one finding and not thousands.
                hash = row.hash();
            }
            var atEnd = rows.size() < AT_ONCE;
            if (atEnd || System.nanoTime() > until) {
                return new Reached(place, hash, atEnd, from.tookNanoseconds());
            }
        }
    }

    void end(Log log, Reached reached, List<Finding> found) {
        tail(log, found);
        var late = links.linkedBefore(log, clock.instant().minus(Sealing.LATEST));
        links.unlinkedUpTo(log, late, MOST).forEach(entry -> found.add(finding(log, 0, entry, Kind.INSERTED)));
        if (log == Log.SECURITY) {
            links.falseOrigins(MOST).forEach(entry -> found.add(finding(log, 0, entry, Kind.OTHER_ADDRESS)));
        }
    }

    /** Whether it still reaches as far as was written down; looked at each time, however long the whole way is. */
    void tail(Log log, List<Finding> found) {
        witness.newest(log).ifPresent(head -> {
            var last = links.last(log);
            if (last.place() < head.place()) {
                found.add(finding(log, last.place() + 1, 0, Kind.CUT_OFF));
            } else {
                var there = last.place() == head.place()
                        ? last.hash()
                        : links.hashAt(log, head.place()).orElse("");
                witnessed(log, head.place(), there, found);
            }
        });
    }

    private void compare(Log log, String before, Links.Linked row, List<Finding> found) {
        var columns = row.columns();
        if (columns == null) {
            found.add(finding(log, row.place(), row.entry(), Kind.REMOVED));
        } else if (!ChainHash.next(before, log, columns).equals(row.hash())) {
            found.add(finding(log, row.place(), row.entry(), Kind.ALTERED));
        }
    }

    private void witnessed(Log log, long place, String hash, List<Finding> found) {
        if (witness.at(log, place).filter(said -> !said.equals(hash)).isPresent()) {
            found.add(finding(log, place, 0, Kind.REWRITTEN));
        }
    }

    private Finding finding(Log log, long place, long entry, Kind kind) {
        return new Finding(log, place, entry, kind, clock.instant());
    }
}
