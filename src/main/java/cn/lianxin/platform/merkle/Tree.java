package cn.lianxin.platform.merkle;

import cn.lianxin.platform.merkle.Unproven.Reason;
import java.util.ArrayList;
import java.util.List;

/** A tree of so many entries, of which the hash of every complete part can be had; makes roots and proofs. */
public final class Tree {

    /** The hash of a complete part: of {@code 1 << level} entries, the index-th such part from the left. */
    public interface Parts {
        Hash at(int level, long index);
    }

    private final long size;
    private final Parts parts;

    public Tree(long size, Parts parts) {
        this.size = size;
        this.parts = parts;
    }

    public Hash root() {
        return size == 0 ? Hash.EMPTY : range(0, size);
    }

    /** From the sibling of the leaf upwards. */
    public List<Hash> inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new Unproven(Reason.INDEX_BEYOND_TREE, index + " of " + size);
        }
        var path = new ArrayList<Hash>();
        var from = 0L;
        var until = size;
        while (until - from > 1) {
            var middle = from + half(until - from);
            if (index < middle) {
                path.addFirst(range(middle, until));
                until = middle;
            } else {
                path.addFirst(range(from, middle));
                from = middle;
            }
        }
        return path;
    }

    /** That this tree goes on from the one that it was at an earlier size. */
    public List<Hash> consistency(long earlier) {
        if (earlier < 0 || earlier > size) {
            throw new Unproven(Reason.SIZES_REVERSED, earlier + ", " + size);
        }
        if (earlier == 0 || earlier == size) {
            return List.of();
        }
        var path = new ArrayList<Hash>();
        var from = 0L;
        var until = size;
        while (until != earlier) {
            var middle = from + half(until - from);
            if (earlier <= middle) {
                path.addFirst(range(middle, until));
                until = middle;
            } else {
                path.addFirst(range(from, middle));
                from = middle;
            }
        }
        if (from != 0) {
            path.addFirst(range(from, until));
        }
        return path;
    }

    private Hash range(long from, long until) {
        var length = until - from;
        if (Long.bitCount(length) == 1) {
            var level = Long.numberOfTrailingZeros(length);
            return parts.at(level, from >> level);
        }
        var middle = from + half(length);
        return Hash.ofNode(range(from, middle), range(middle, until));
    }

    /** The largest power of two that is smaller. */
    private static long half(long length) {
        return Long.highestOneBit(length - 1);
    }
}
