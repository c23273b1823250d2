package cn.lianxin.platform.outgoing;

import java.nio.file.Path;

/** For tests of other rooms. */
public final class Trusts {

    private Trusts() {}

    /** As if this file were {@code lianxin.outgoing.trust}. */
    public static Trust of(Path authority) {
        return new Trust(authority.toString());
    }
}
