/**
 * Tells other systems of the enterprise that something happened, by signed calls after the specification Standard
 * Webhooks: ids and facts, never what somebody said and never a name.
 */
@NullMarked
@ApplicationModule(
        id = "webhook",
        allowedDependencies = {
            "kernel",
            "platform.audit",
            "platform.notification",
            "platform.outbox",
            "platform.outgoing",
            "platform.secret",
            "platform.text",
            "platform.web",
            "organization",
            "identity",
            "concern"
        })
package cn.lianxin.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
