package cn.lianxin.companyaccount;

/** What this installation shows when it asks. */
enum OwnSecret {
    /** The password of the account that searches the directory. */
    DIRECTORY,
    /** The secret of the client at the provider. */
    OPENID;

    String place() {
        return "companyaccount:" + name();
    }
}
