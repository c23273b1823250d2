package cn.lianxin.safeguard;

/** Which of both. */
public enum HearingKind {
    TOLD,
    REPLIED
}
