package cn.lianxin.concern;

import cn.lianxin.kernel.DomainEvent;

/**
 * A concern has taken a step; whoever needs to know more reads it from the timeline.
 *
 * @param place of the step on the timeline, from 1
 */
public record StepTaken(long concern, int place) implements DomainEvent {}
