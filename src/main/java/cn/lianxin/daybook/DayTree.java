package cn.lianxin.daybook;

import cn.lianxin.platform.manifest.Salt;
import cn.lianxin.platform.merkle.GrowingTree;
import cn.lianxin.platform.merkle.Hash;
import cn.lianxin.platform.merkle.Tree;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The tree of a day. What was said has places of chance among leaves that look like it, so that neither the root nor a way to it
 * tells how much was said.
 *
 * @param said commitments by their places; everywhere else stands what comes out of the secret
 */
record DayTree(int size, Salt secret, Map<Integer, Hash> said) {

    /** So many at least on every day. */
    static final int LEAST = 4_096;

    private static final String FILLER = "daybook.filler";

    static int sizeFor(int said) {
        var size = LEAST;
        while (size < said) {
            size *= 2;
        }
        return size;
    }

    /** A place for each of so many. */
    static List<Integer> places(int said, Random chance) {
        var all = Arrays.asList(IntStream.range(0, sizeFor(said)).boxed().toArray(Integer[]::new));
        Collections.shuffle(all, chance);
        return all.subList(0, said);
    }

    Hash root() {
        return part(0, size);
    }

    /** From the sibling of the leaf upwards. */
    List<Hash> path(int place) {
        return new Tree(size, (level, index) -> part((int) (index << level), 1 << level)).inclusion(place);
    }

    private Hash part(int from, int many) {
        var tree = new GrowingTree();
        for (var place = from; place < from + many; place++) {
            tree.add(Hash.ofLeaf(leaf(place).bytes()));
        }
        return tree.root();
    }

    Hash leaf(int place) {
        var known = said.get(place);
        return known == null ? secret.commit(FILLER, Integer.toString(place)) : known;
    }
}
