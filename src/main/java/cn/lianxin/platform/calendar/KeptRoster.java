package cn.lianxin.platform.calendar;

/** A roster under its name, as somebody wrote it down. */
public record KeptRoster(long id, String name, String shifts, String pattern, Roster roster) {}
