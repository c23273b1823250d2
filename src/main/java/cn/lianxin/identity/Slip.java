package cn.lianxin.identity;

/** What is printed for one person: the only place where his first password stands in clear. */
record Slip(String unit, String name, String staffNumber, String password) {

    @Override
    public String toString() {
        return "Slip";
    }
}
