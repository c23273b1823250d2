package cn.lianxin.kernel;

/** A person of the enterprise, as the organization room knows him; never a staff number, which people may read aloud. */
public record PersonId(long value) {}
