package cn.lianxin.organization;

/**
 * A post of a unit.
 *
 * @param people who have it today
 */
record PostRow(String title, boolean leads, long people) {}
