package cn.lianxin.identity;

/** As it was typed; never shown again. */
record PasswordForm(String current, String password, String again) {

    @Override
    public String toString() {
        return "PasswordForm";
    }
}
