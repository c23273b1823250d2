/**
 * What is promised to whoever speaks up: which matter it is, how urgent, who answers for it, by when. For any subject.
 * Limits are rules in packs, each with its source and the day it comes into force: 信访工作条例, 接诉即办, and the mine's own
 * grades U0–U5. Of several the stricter wins; what was promised stays promised. When those above hear of what waits is
 * a pack as well, and none may leave them without a word.
 */
@NullMarked
@ApplicationModule(
        id = "promise",
        allowedDependencies = {
            "kernel",
            "platform.audit",
            "platform.calendar",
            "platform.spreadsheet",
            "platform.text",
            "platform.transparency",
            "platform.web",
            "organization"
        })
package cn.lianxin.promise;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
