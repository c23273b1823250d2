package cn.lianxin.kernel;

/** A unit of the one tree: group, company, mine, department, district, crew. */
public record UnitId(long value) {}
