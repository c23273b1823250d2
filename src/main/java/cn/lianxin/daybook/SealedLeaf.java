package cn.lianxin.daybook;

import cn.lianxin.platform.manifest.Salt;
import cn.lianxin.platform.merkle.Hash;
import cn.lianxin.sealed.EnteringSealed.Key;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The commitment to something sealed, as long as it lies there; in the tree it looks like all others.
 *
 * @param closedFor the names of the keys that opened it then
 * @param place in the tree, once the day is closed
 */
record SealedLeaf(Key key, LocalDate day, List<String> closedFor, Hash commitment, Salt salt, Optional<Integer> place) {

    SealedLeaf {
        closedFor = List.copyOf(closedFor);
    }
}
