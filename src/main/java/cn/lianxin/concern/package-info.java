/**
 * 诉求: a worker raises a concern, somebody owns it at every instant, it is answered by rule, and raised again if the
 * worker wants. Law: 信访工作条例 §§17–36, 北京市接诉即办工作条例 §§10–23. The worker's judgement is not here but in verdict.
 */
@NullMarked
@ApplicationModule(
        id = "concern",
        allowedDependencies = {
            "kernel",
            "platform.retention",
            "platform.database",
            "platform.web",
            "platform.text",
            "platform.calendar",
            "platform.audit",
            "platform.attachment",
            "platform.notification",
            "platform.vault",
            "organization",
            "identity",
            "promise"
        })
package cn.lianxin.concern;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
