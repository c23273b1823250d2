package cn.lianxin;

/** How often something is tried: in the ordinary run as often as tells, behind {@code ./lianxin test --all} as often as proves. */
public final class HowOften {

    private static final boolean ALL = Boolean.getBoolean("lianxin.all");

    private HowOften() {}

    public static int of(int ordinarily, int thoroughly) {
        return ALL ? thoroughly : ordinarily;
    }
}
