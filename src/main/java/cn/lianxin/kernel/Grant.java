package cn.lianxin.kernel;

/** A role in a unit and all that is below it. */
public record Grant(Role role, UnitId unit) {}
