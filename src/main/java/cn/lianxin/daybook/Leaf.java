package cn.lianxin.daybook;

import cn.lianxin.concern.EnteringConcerns.Key;
import cn.lianxin.platform.manifest.Salt;
import cn.lianxin.platform.merkle.Hash;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One commitment of a day.
 *
 * @param form how what it commits to is written
 * @param unitName of the unit that had it then
 * @param salt as long as the words are there
 * @param place in the tree, once the day is closed
 * @param files that stood with it, in their order
 */
record Leaf(
        Key key,
        LocalDate day,
        int form,
        String unitName,
        Hash commitment,
        Optional<Salt> salt,
        Optional<Integer> place,
        List<CommittedFile> files) {

    Leaf {
        files = List.copyOf(files);
    }

    Leaf with(List<CommittedFile> its) {
        return new Leaf(key, day, form, unitName, commitment, salt, place, its);
    }
}
