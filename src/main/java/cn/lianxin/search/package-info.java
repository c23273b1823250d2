/**
 * 搜索: one box over concerns, their answers, people and units, for everybody who signed in, and of each only what he may see.
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
            "concern"
        })
package cn.lianxin.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
