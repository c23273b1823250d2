package cn.lianxin.companyaccount;

/** The provider did not answer, or not so that it could be believed. */
final class ProviderFailure extends Exception {

    private final boolean untrue;

    private ProviderFailure(String message, boolean untrue) {
        super(message);
        this.untrue = untrue;
    }

    static ProviderFailure away(String message) {
        return new ProviderFailure(message, false);
    }

    static ProviderFailure untrue(String message) {
        return new ProviderFailure(message, true);
    }

    /** The code of the sentence for whoever wanted to sign in. */
    String code() {
        return untrue ? "company-answer-untrue" : "company-provider-away";
    }
}
