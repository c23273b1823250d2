package cn.lianxin.watermark;

import java.awt.image.BufferedImage;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a picture shows of a mark, whosever it is, and whose it is among some. */
final class Finding {

    /** More often than once in so many pictures nobody may be named who has not read. */
    private static final double WRONG = 1e-4;

    /** @param chance that nothing but chance looks so much like this mark, among all that were compared */
    record Found(long mark, double likeness, double chance) {}

    private final byte[] key;
    private final List<float[]> squares;

    private Finding(byte[] key, List<float[]> squares) {
        this.key = key;
        this.squares = squares;
    }

    static Finding in(BufferedImage picture, byte[] key) {
        var shared = Chips.shared(key);
        var brightness = Brightness.of(picture);
        var reading = new Reading(brightness, shared);
        return new Finding(
                key,
                new Searching(brightness, shared)
                        .alignments().stream().map(reading::own).toList());
    }

    Optional<Found> among(Collection<Long> marks) {
        long most = 0;
        double likeness = 0;
        for (long mark : marks) {
            var chips = Chips.of(key, mark);
            for (var square : squares) {
                double deviations = chips.product(square);
                if (deviations > likeness) {
                    likeness = deviations;
                    most = mark;
                }
            }
        }
        double chance = Math.min(1, beyond(likeness) * marks.size() * squares.size());
        return likeness > 0 && chance < WRONG ? Optional.of(new Found(most, likeness, chance)) : Optional.empty();
    }

    /** The part of a normal distribution that lies beyond so many deviations, for more than two of them. */
    private static double beyond(double deviations) {
        return deviations < 2 ? 1 : Math.exp(-deviations * deviations / 2) / (deviations * Math.sqrt(2 * Math.PI));
    }
}
