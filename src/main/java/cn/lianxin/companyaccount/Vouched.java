package cn.lianxin.companyaccount;

/**
 * Whom the provider vouches for.
 *
 * @param strong whether he has shown more than a password there, and that counts here
 */
record Vouched(String staffNumber, boolean strong) {}
