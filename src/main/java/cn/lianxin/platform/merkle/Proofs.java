package cn.lianxin.platform.merkle;

import cn.lianxin.platform.merkle.Unproven.Reason;
import java.util.List;

/** Checks proofs. Whatever is not exactly as it must be is refused, also where a root would come out right. */
public final class Proofs {

    private Proofs() {}

    /** Refuses where the entry with this hash is not at this index of the tree with this root. */
    public static void mustInclude(long index, long size, Hash leaf, List<Hash> proof, Hash root) {
        if (index < 0 || index >= size) {
            throw new Unproven(Reason.INDEX_BEYOND_TREE, index + " of " + size);
        }
        var node = index;
        var last = size - 1;
        var hash = leaf;
        for (var sibling : proof) {
            if (last == 0) {
                throw new Unproven(Reason.PROOF_TOO_LONG, proof.size() + " hashes");
            }
            if ((node & 1) == 1 || node == last) {
                hash = Hash.ofNode(sibling, hash);
                var up = Long.numberOfTrailingZeros(node);
                node >>= up;
                last >>= up;
            } else {
                hash = Hash.ofNode(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new Unproven(Reason.PROOF_TOO_SHORT, proof.size() + " hashes");
        }
        if (!hash.equals(root)) {
            throw new Unproven(Reason.NOT_IN_TREE, "index " + index);
        }
    }

    /** Refuses where the later tree does not begin with the earlier one. */
    public static void mustGrow(long earlier, long later, Hash before, Hash after, List<Hash> proof) {
        if (earlier < 0 || later < earlier) {
            throw new Unproven(Reason.SIZES_REVERSED, earlier + ", " + later);
        }
        if (earlier == later || earlier == 0) {
            mustBeBare(earlier, later, before, after, proof);
            return;
        }
        var node = earlier - 1;
        var last = later - 1;
        var up = Long.numberOfTrailingZeros(~node);
        node >>= up;
        last >>= up;
        var rest = proof.iterator();
        var old = before;
        if (node != 0) {
            if (!rest.hasNext()) {
                throw new Unproven(Reason.PROOF_TOO_SHORT, "0 hashes");
            }
            old = rest.next();
        }
        var grown = old;
        while (rest.hasNext()) {
            if (last == 0) {
                throw new Unproven(Reason.PROOF_TOO_LONG, proof.size() + " hashes");
            }
            var sibling = rest.next();
            if ((node & 1) == 1 || node == last) {
                old = Hash.ofNode(sibling, old);
                grown = Hash.ofNode(sibling, grown);
                var zeros = node == 0 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= zeros;
                last >>= zeros;
            } else {
                grown = Hash.ofNode(grown, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new Unproven(Reason.PROOF_TOO_SHORT, proof.size() + " hashes");
        }
        if (!old.equals(before)) {
            throw new Unproven(Reason.OLD_ROOT_DIFFERS, "size " + earlier);
        }
        if (!grown.equals(after)) {
            throw new Unproven(Reason.NEW_ROOT_DIFFERS, "size " + later);
        }
    }

    /** Of the same size: there is nothing to prove it with, and nothing may stand there. From nothing anything may grow. */
    private static void mustBeBare(long earlier, long later, Hash before, Hash after, List<Hash> proof) {
        if (!proof.isEmpty()) {
            throw new Unproven(Reason.PROOF_TOO_LONG, proof.size() + " hashes");
        }
        if (earlier != later) {
            throw new Unproven(Reason.EARLIER_EMPTY, "size " + later);
        }
        if (!before.equals(after)) {
            throw new Unproven(Reason.SAME_SIZE_OTHER_ROOT, "size " + earlier);
        }
        if (earlier == 0 && !before.equals(Hash.EMPTY)) {
            throw new Unproven(Reason.OLD_ROOT_DIFFERS, "size 0");
        }
    }
}
