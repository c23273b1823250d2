package cn.lianxin.api.concern;

import cn.lianxin.platform.web.Screen;

/**
 * A state before its reader: the worker is told what it means for him, and not what goes on inside.
 *
 * @param name constant name
 */
record StateName(String name, String words) {

    static StateName of(String state, boolean worker, Screen screen) {
        if (!worker) {
            return new StateName(state, screen.say("state." + state));
        }
        var outside =
                switch (state) {
                    case "REPLY_DRAFTED" -> "IN_HAND";
                    case "IN_ARBITRATION" -> "HANDED_BACK";
                    default -> state;
                };
        return new StateName(outside, screen.say("worker-state-short." + outside));
    }
}
