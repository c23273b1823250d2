package cn.lianxin.personnel;

/** What a line of a list says besides who, from where and to where. */
enum RosterNote {
    NONE,
    /** Has worked here before and comes back under his old number. */
    RETURNS,
    /** Comes from a unit outside the roster. */
    FROM_ELSEWHERE,
    NAME,
    EMPLOYMENT,
    PHONE,
    SEX,
    BIRTH_YEAR,
    BESIDES_BEGINS,
    BESIDES_ENDS,
    LEADS,
    LEADS_NO_MORE,
    FOUNDED,
    UNIT_CHANGES,
    /** His row begins on a day that has not come yet. */
    LATER,
    /** The organization knows something of him that is newer than the file. */
    NEWER
}
