package cn.lianxin.platform.index;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where in the order something stands, as it is written in an address: what comes after it begins there. */
public record Place(Tier tier, float score, long at, long id) {

    /** What is no place begins at the beginning. */
    public static Optional<Place> parse(@Nullable String text) {
        var parts = text == null ? new String[0] : text.split("_", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        try {
            var score = Float.intBitsToFloat(Integer.parseInt(parts[1]));
            return Arrays.stream(Tier.values())
                    .filter(tier -> parts[0].equals(String.valueOf(tier.ordinal())))
                    .filter(_ -> Float.isFinite(score))
                    .findFirst()
                    .map(tier -> new Place(tier, score, Long.parseLong(parts[2]), Long.parseLong(parts[3])));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return tier.ordinal() + "_" + Float.floatToIntBits(score) + "_" + at + "_" + id;
    }
}
