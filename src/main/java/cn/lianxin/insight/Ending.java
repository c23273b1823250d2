package cn.lianxin.insight;

/** How a case ended without being answered, signed by a reviewer outside the line (ADR 0044). */
enum Ending {
    UNREASONABLE,
    UNVERIFIABLE,
    DECLINED
}
