package cn.lianxin.equality;

import cn.lianxin.platform.web.Words;

/**
 * How one group fared against all others in like cases.
 *
 * @param cases of the group that have a like one elsewhere
 * @param others the like ones
 * @param here share granted, or days, over the likenesses as they are weighed
 * @param elsewhere the same of the others
 * @param chance with which a difference as large appears where there is none; two-sided
 */
public record Gap(
        Trait trait,
        String group,
        Measure measure,
        int cases,
        int others,
        double here,
        double elsewhere,
        double chance) {

    /** Under which word messages speak of the group; a unit has a name of its own. */
    public String wordOfGroup() {
        return switch (trait) {
            case UNIT -> group;
            case EMPLOYMENT -> "employment." + group;
            case CHANNEL -> "channel." + group;
            case WAY -> "mode." + group;
            case SEX -> "sex." + group;
            case AGE -> "age-band." + group;
        };
    }

    /** How it fared, as a sentence. */
    public String said(Words words) {
        return switch (measure) {
            case OUTCOME ->
                words.of(
                        size() < 0 ? "equality.rarer" : "equality.oftener",
                        Math.round(100 * here),
                        Math.round(100 * elsewhere));
            case AMOUNT ->
                words.of(size() < 0 ? "equality.less" : "equality.more", Math.round(here), Math.round(elsewhere));
            case DAYS -> words.of(size() > 0 ? "equality.longer" : "equality.shorter", tenths(here), tenths(elsewhere));
        };
    }

    private static double tenths(double days) {
        return Math.round(10 * days) / 10.0;
    }

    double size() {
        return here - elsewhere;
    }
}
