package cn.lianxin.scim;

import cn.lianxin.kernel.Refusal;

/** An id as it stands in an address; what cannot be one is the id of nothing. */
final class Ids {

    private Ids() {}

    static long of(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new Refusal.NotFound();
        }
        return Long.parseLong(text);
    }
}
