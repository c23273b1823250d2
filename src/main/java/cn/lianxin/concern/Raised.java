package cn.lianxin.concern;

/** What the worker takes home: the number to speak of, the receipt to come back with. */
public record Raised(ConcernNumber number, Receipt receipt) {}
