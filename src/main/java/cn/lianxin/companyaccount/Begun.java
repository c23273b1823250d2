package cn.lianxin.companyaccount;

/**
 * That a browser went to the provider, and what its answer has to fit.
 *
 * @param digest of the secret that the browser brings back
 * @param back where he wanted to go
 */
record Begun(String digest, String state, String nonce, String verifier, String back) {

    @Override
    public String toString() {
        return "Begun";
    }
}
