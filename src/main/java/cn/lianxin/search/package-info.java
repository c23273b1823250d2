/**
 * 搜索: one box over concerns, their answers, people, units and the paper, for everybody who signed in, and of each only what he
 * may see; the paper alone also for whoever comes by.
 * What is found comes from an index that this node derives by itself from what was written; whether somebody may see it, the
 * room says to which it belongs, at the moment when it is shown. A room that wants to be found too feeds {@code Following}.
 */
@NullMarked
@ApplicationModule(
        id = "search",
        allowedDependencies = {
            "kernel",
            "platform.audit",
            "platform.database",
            "platform.text",
            "platform.index",
            "platform.web",
            "organization",
            "promise",
            "concern",
            "newsroom",
            "portal"
        })
package cn.lianxin.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
