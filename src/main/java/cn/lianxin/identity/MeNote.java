package cn.lianxin.identity;

/** What has just been done on one of the own pages; part of its address, since there is no session to keep it. */
enum MeNote {
    AWAY,
    BACK,
    DECLINED,
    ENTERED,
    USUAL_DEPUTY,
    SIGNED_OUT_THERE,
    SIGNED_OUT_ELSEWHERE,
    PASSWORD_CHANGED
}
