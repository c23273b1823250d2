package cn.lianxin.equality;

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

    double size() {
        return here - elsewhere;
    }
}
