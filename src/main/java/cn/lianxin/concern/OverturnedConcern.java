package cn.lianxin.concern;

import java.time.Instant;

/**
 * One whose answer somebody else found wrong.
 *
 * @param step at which that was, on its timeline
 * @param how {@code CHANGED}, {@code SET_ASIDE}: what the review found; {@code DECLINATION_SET_ASIDE} where it should not
 *     have been declined
 * @param text by which like ones are found
 */
public record OverturnedConcern(
        long id, String number, String title, String unit, int step, Instant at, String how, String text) {}
