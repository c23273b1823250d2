package cn.lianxin.problem;

/** @param found how it was found */
public record Cause(String what, String found) {}
