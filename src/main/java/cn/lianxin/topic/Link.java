package cn.lianxin.topic;

/**
 * How seldom two reports are as like as these: the logarithm of one in how many, on the average of how it looks from either.
 */
record Link(Understood other, float rarity) {}
