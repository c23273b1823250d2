/**
 * How a message leaves the house: by mail, SMS or the enterprise messenger, where and when each person has chosen.
 * Outside of the product it says that there is something new, and nothing else.
 */
@NullMarked
@ApplicationModule(
        id = "delivery",
        allowedDependencies = {
            "kernel",
            "platform.retention",
            "platform.audit",
            "platform.notification",
            "platform.outbox",
            "platform.outgoing",
            "platform.secret",
            "platform.text",
            "platform.vault",
            "platform.web",
            "organization"
        })
package cn.lianxin.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
