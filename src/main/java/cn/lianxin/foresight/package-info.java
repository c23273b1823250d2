/**
 * 见微知著: what rises, what returns, where it is silent and where it is unequal, on one page and on Monday by mail. Each
 * figure is of what its reader may see, or told to all alike. Law: 信访工作条例 §§41, 42 (what petitions tell of an enterprise).
 */
@NullMarked
@ApplicationModule(
        id = "foresight",
        allowedDependencies = {
            "kernel",
            "platform.retention",
            "platform.vault",
            "platform.web",
            "organization",
            "identity",
            "promise",
            "delivery",
            "silence"
        })
package cn.lianxin.foresight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
