package cn.lianxin.duty;

import cn.lianxin.kernel.DomainEvent;
import java.time.Instant;

/** The list of what has to be published has a new wording; told in the transaction of the change. */
public record DutyChanged(Duty duty, String reason, Instant at) implements DomainEvent {}
