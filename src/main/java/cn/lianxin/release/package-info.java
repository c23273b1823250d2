/**
 * 看名字：the name behind a concern in confidence is shown to nobody outside the receiving office, unless somebody asks with a
 * reason and somebody of another line agrees; both then see it for a day, and whoever raised it is told. Law: 信访工作条例 §30.
 */
@NullMarked
@ApplicationModule(
        id = "release",
        allowedDependencies = {
            "kernel",
            "platform.retention",
            "platform.audit",
            "platform.notification",
            "platform.text",
            "platform.vault",
            "platform.web",
            "organization",
            "concern"
        })
package cn.lianxin.release;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
