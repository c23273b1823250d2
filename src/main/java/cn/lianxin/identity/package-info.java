/**
 * Who someone is and what he may do: accounts, sign-in, sessions, roles per unit, absences and who
 * stands in. It makes the {@link
 * cn.lianxin.kernel.Actor} of every request; nothing else in the house does.
 */
@NullMarked
@ApplicationModule(
        id = "identity",
        allowedDependencies = {
            "kernel",
            "platform.retention",
            "platform.audit",
            "platform.backup",
            "platform.calendar",
            "platform.certificate",
            "platform.notification",
            "platform.text",
            "platform.vault",
            "platform.fairness",
            "platform.web",
            "organization"
        })
package cn.lianxin.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
