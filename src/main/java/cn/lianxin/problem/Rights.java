package cn.lianxin.problem;

/**
 * What one reader may do with one problem.
 *
 * @param answers he answers for it, or stands in for the one who does
 * @param gathers he may lay concerns to it and say that it is there again
 * @param above he stands above the unit that answers, and does not answer for it himself
 * @param confirms he was named to say that it has not come back
 */
public record Rights(boolean answers, boolean gathers, boolean above, boolean confirms) {}
