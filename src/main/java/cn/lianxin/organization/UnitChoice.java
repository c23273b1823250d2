package cn.lianxin.organization;

/** A unit to choose in a form. */
record UnitChoice(String code, String name) {}
