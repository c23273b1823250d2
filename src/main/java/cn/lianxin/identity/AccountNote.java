package cn.lianxin.identity;

/** What has just been done to somebody's account or roles; part of the address of his page. */
enum AccountNote {
    ROLE_GRANTED,
    ROLE_REVOKED,
    ACCOUNT_CLOSED,
    GIVEN_TO_COMPANY
}
