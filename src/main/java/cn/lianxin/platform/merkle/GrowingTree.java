package cn.lianxin.platform.merkle;

import java.util.ArrayDeque;
import java.util.Deque;

/** Takes entries one after the other and knows the root at any moment, however many they are. */
public final class GrowingTree {

    /** The complete parts on the right edge, the smallest on top. */
    private final Deque<Hash> edge = new ArrayDeque<>();

    private long size;

    public void add(Hash leaf) {
        var hash = leaf;
        for (var rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = Hash.ofNode(edge.pop(), hash);
        }
        edge.push(hash);
        size++;
    }

    public long size() {
        return size;
    }

    public Hash root() {
        return edge.stream().reduce((right, left) -> Hash.ofNode(left, right)).orElse(Hash.EMPTY);
    }
}
