package cn.lianxin.factor;

/** What has just been done to the own second factor; part of the address of its page. */
enum FactorNote {
    SWITCHED_OFF,
    PASSKEY_ADDED,
    PASSKEY_REMOVED
}
