/**
 * 指标: how units answer, in figures that cannot be bettered by anything but answering better. Each quarter is counted once,
 * of what the rooms of concerns and verdicts publish for it, and kept. Law: 北京市接诉即办工作条例 §32.
 */
@NullMarked
@ApplicationModule(
        id = "insight",
        allowedDependencies = {
            "kernel",
            "platform.web",
            "platform.audit",
            "platform.transparency",
            "platform.vault",
            "organization",
            "identity",
            "promise"
        })
package cn.lianxin.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
