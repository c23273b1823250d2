/**
 * 个人信息: everybody reads once, in a few sentences, what is kept of him and why; sees all of it himself, has it corrected,
 * and takes a copy with him. Law: 个人信息保护法 §§14–17, 44–50.
 */
@NullMarked
@ApplicationModule(
        id = "privacy",
        allowedDependencies = {
            "kernel",
            "platform.audit",
            "platform.notification",
            "platform.retention",
            "platform.spreadsheet",
            "platform.text",
            "platform.web",
            "organization",
            "identity",
            "concern"
        })
package cn.lianxin.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
