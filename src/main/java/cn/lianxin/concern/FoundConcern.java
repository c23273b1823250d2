package cn.lianxin.concern;

/**
 * A concern that was found, before somebody who may see it.
 *
 * @param answers all that were given, one after the other
 */
public record FoundConcern(ConcernRow row, String words, String place, String answers) {}
