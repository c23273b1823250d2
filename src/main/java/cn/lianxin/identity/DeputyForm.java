package cn.lianxin.identity;

/** As it was typed. */
record DeputyForm(String number, String from, String until, String reason) {

    static DeputyForm empty() {
        return new DeputyForm("", "", "", "");
    }
}
