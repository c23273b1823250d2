package cn.lianxin.spotcheck;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Weeks whose draws follow from one seed.
 *
 * @param ends the Monday after the last week
 * @param commitment SHA-256 of the seed, published before it begins
 * @param drawnUntil the weeks before this Monday are drawn
 * @param revealedAt when the seed was published, after the last call
 */
record Period(
        long id,
        LocalDate begins,
        LocalDate ends,
        String commitment,
        Instant publishedAt,
        LocalDate drawnUntil,
        Optional<Instant> revealedAt) {

    boolean isDrawn() {
        return !drawnUntil.isBefore(ends);
    }
}
