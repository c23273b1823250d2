package cn.lianxin.identity;

/** Why somebody is away: for a shift below, or for days. */
public enum AbsenceKind {
    LEAVE,
    UNDERGROUND
}
