package cn.lianxin.demo;

import cn.lianxin.kernel.Role;

/** A role that a person holds in a unit and below it. */
record GrantPlan(PersonPlan person, Role role, String unit) {}
