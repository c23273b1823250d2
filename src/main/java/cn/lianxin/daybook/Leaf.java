package cn.lianxin.daybook;

import cn.lianxin.concern.EnteringConcerns.Key;
import cn.lianxin.platform.manifest.Salt;
import cn.lianxin.platform.merkle.Hash;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One commitment of a day.
 *
 * @param unitName of the unit that had it then
 * @param salt as long as the words are there
 * @param place in the tree, once the day is closed
 */
record Leaf(Key key, LocalDate day, String unitName, Hash commitment, Optional<Salt> salt, Optional<Integer> place) {}
