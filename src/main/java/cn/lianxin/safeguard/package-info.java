/**
 * 护航: whoever spoke up is asked after 30, 90 and 180 days whether he is left in peace; one tap calls somebody of another line,
 * by name and with a date; a change of his post is looked at; and whoever is accused is heard. Nobody but whoever raised it and
 * the one who looks after him learns that there is anything. Law: 信访工作条例 §§18, 45, 46.
 */
@NullMarked
@ApplicationModule(
        id = "safeguard",
        allowedDependencies = {
            "kernel",
            "platform.audit",
            "platform.notification",
            "platform.text",
            "platform.vault",
            "platform.retention",
            "platform.web",
            "organization",
            "promise",
            "concern"
        })
package cn.lianxin.safeguard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
