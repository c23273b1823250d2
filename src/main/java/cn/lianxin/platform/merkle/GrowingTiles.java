package cn.lianxin.platform.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What becomes of the tiles when entries are added; writes down only what changed. */
public final class GrowingTiles {

    /** A tile without its width: which grows. */
    public record Place(int level, long index) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return level == other.level ? Long.compare(index, other.index) : Integer.compare(level, other.level);
        }
    }

    private final TileParts.Source before;
    private final Map<Place, byte[]> changed = new TreeMap<>();
    private final long size;

    public GrowingTiles(long size, TileParts.Source before) {
        this.size = size;
        this.before = before;
    }

    /** The tiles that these entries add to, as they are then. */
    public Map<Place, byte[]> add(List<Hash> leaves) {
        add(0, size, leaves);
        return changed;
    }

    private void add(int level, long filled, List<Hash> hashes) {
        var above = new ArrayList<Hash>();
        var at = 0;
        while (at < hashes.size()) {
            var index = (filled + at) / Tile.WIDTH;
            var had = (int) ((filled + at) % Tile.WIDTH);
            var more = Math.min(Tile.WIDTH - had, hashes.size() - at);
            var bytes = new byte[(had + more) * Hash.BYTES];
            if (had > 0) {
                System.arraycopy(before.read(new Tile(level, index, had)), 0, bytes, 0, had * Hash.BYTES);
            }
            for (var i = 0; i < more; i++) {
                hashes.get(at + i).copyTo(bytes, had + i);
            }
            changed.put(new Place(level, index), bytes);
            if (had + more == Tile.WIDTH) {
                above.add(TileParts.above(bytes));
            }
            at += more;
        }
        if (!above.isEmpty()) {
            add(level + 1, filled / Tile.WIDTH, above);
        }
    }
}
