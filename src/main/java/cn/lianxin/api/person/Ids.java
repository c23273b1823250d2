package cn.lianxin.api.person;

import cn.lianxin.kernel.Refusal;

/** Ids of what is no concern, as they stand in addresses. */
final class Ids {

    private Ids() {}

    static long of(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new Refusal.NotFound();
        }
        return Long.parseLong(text);
    }
}
