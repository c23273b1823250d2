package cn.lianxin.platform.merkle;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;

/** A tree as the definition of RFC 6962 reads, word by word and as slowly. */
final class Naive {

    private Naive() {}

    static Hash root(List<byte[]> entries) {
        if (entries.isEmpty()) {
            return Hash.EMPTY;
        }
        if (entries.size() == 1) {
            return Hash.ofLeaf(entries.getFirst());
        }
        var half = 1;
        while (half * 2 < entries.size()) {
            half *= 2;
        }
        return Hash.ofNode(root(entries.subList(0, half)), root(entries.subList(half, entries.size())));
    }

    static List<byte[]> entries(long count) {
        return LongStream.range(0, count)
                .mapToObj(i -> ("entry " + i).getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    static Tree tree(List<byte[]> entries) {
        return new Tree(
                entries.size(),
                (level, index) -> root(entries.subList((int) (index << level), (int) ((index + 1) << level))));
    }
}
