package cn.lianxin.platform.audit;

/** Somebody reads something protected, now: whoever listens takes part in the transaction of the reading. */
public record ReadingRecorded(Reader reader, Door door) {}
