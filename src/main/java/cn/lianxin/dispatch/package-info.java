/**
 * 调度室: dangers to life stand on the dispatcher's screen at once, with a sound, until he says by name that he has heard.
 * It is never the only alarm: every page where one is raised says to telephone first. Law: 安全生产法 §59, 煤矿安全生产条例.
 */
@NullMarked
@ApplicationModule(
        id = "dispatch",
        allowedDependencies = {"kernel", "platform.notification", "platform.web", "organization", "identity", "concern"
        })
package cn.lianxin.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
