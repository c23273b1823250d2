/**
 * 逐级上报: when as much of the time has passed as the rules say (half, four fifths, all of it and more), the next unit up
 * the line is told, crew to district to mine to company to group. By the clock alone: nobody in the line can stop it.
 * Law: 信访工作条例 §§25, 39.
 */
@NullMarked
@ApplicationModule(
        id = "escalation",
        allowedDependencies = {
            "kernel",
            "platform.notification",
            "platform.web",
            "organization",
            "identity",
            "promise",
            "concern"
        })
package cn.lianxin.escalation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
