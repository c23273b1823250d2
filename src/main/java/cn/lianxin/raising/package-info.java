/**
 * 我要反映: the way in. Three screens on a phone, one form at the desk, and the receipt that leads back. Law: 信访工作条例
 * §§17–19 (every channel is written down, oral ones too).
 */
@NullMarked
@ApplicationModule(
        id = "raising",
        allowedDependencies = {
            "kernel",
            "platform.retention",
            "platform.audit",
            "platform.fairness",
            "platform.web",
            "platform.text",
            "platform.attachment",
            "organization",
            "identity",
            "promise",
            "concern",
            "terminal"
        })
package cn.lianxin.raising;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
