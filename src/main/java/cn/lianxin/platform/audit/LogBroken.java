package cn.lianxin.platform.audit;

import cn.lianxin.kernel.DomainEvent;

/**
 * A log is not what it was.
 *
 * @param log which one, as the words of its name know it
 * @param kind what is wrong, likewise
 * @param cause the same for the same log and kind on one day, so that nobody is told a hundred times
 */
public record LogBroken(String log, String kind, long place, String cause) implements DomainEvent {}
