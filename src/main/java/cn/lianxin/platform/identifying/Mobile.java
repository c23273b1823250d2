package cn.lianxin.platform.identifying;

/** Mobile telephones by the numbering plan of the mainland, with or without its country code. */
final class Mobile {

    private Mobile() {}

    static boolean is(String number) {
        return number.matches("(?:0086|86|0)?1[3-9]\\d{9}");
    }
}
