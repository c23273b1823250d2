package cn.lianxin.equality;

import cn.lianxin.kernel.UnitId;

/**
 * What a unit answered to what.
 *
 * @param asked title and words of the concern
 * @param answer the facts and the opinion
 */
record Answer(String number, UnitId unit, String matter, String title, String asked, String answer) {}
