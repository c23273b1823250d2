package cn.lianxin.concern;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;

/** The one unit and the one person who answer for a concern at this instant. */
public record Owner(UnitId unit, PersonId person) {}
