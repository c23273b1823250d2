package cn.lianxin.organization;

/**
 * A unit in a list.
 *
 * @param units that exist anywhere below it
 * @param people whose main post today is in it or below it
 */
public record UnitRow(String code, String name, UnitKind kind, long units, long people) {}
