/**
 * 指标: how units answer, in figures that cannot be bettered by anything but answering better. It
 * counts each quarter once, of what the rooms of concerns and verdicts publish for it, and keeps it. Law: 北京市接诉即办工作条例 §32.
 */
@NullMarked
@ApplicationModule(
        id = "insight",
        allowedDependencies = {"kernel", "platform.web", "organization", "promise"})
package cn.lianxin.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
