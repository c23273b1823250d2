package cn.lianxin.safeguard;

/** What of him has changed. */
enum PostChangeKind {
    GIVEN,
    EXCHANGED,
    ENDED,
    EMPLOYMENT
}
