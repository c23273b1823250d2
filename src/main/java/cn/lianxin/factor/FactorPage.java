package cn.lianxin.factor;

import java.time.Instant;
import java.util.Optional;

/**
 * What a person sees of his second factor.
 *
 * @param since when his app is in force, empty where he has none
 * @param codesLeft recovery codes that he has not used
 * @param mandatory his roles do not open without one
 */
public record FactorPage(Optional<Instant> since, int codesLeft, boolean mandatory) {}
