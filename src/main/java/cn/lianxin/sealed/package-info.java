/**
 * 密封举报: what somebody reports is closed on his own device, so that the people he named can read it and nobody else:
 * no administrator, no copy of the database. Two of three key holders together can give it to somebody new. The answer
 * comes back closed in the same way. Law: 信访工作条例 §30
 * (what somebody reports must not reach whom he reports), §23 (within fifteen days).
 */
@NullMarked
@ApplicationModule(
        id = "sealed",
        allowedDependencies = {
            "kernel",
            "platform.manifest",
            "platform.retention",
            "platform.audit",
            "platform.notification",
            "platform.text",
            "platform.fairness",
            "platform.web",
            "organization",
            "identity",
            "promise",
            "concern"
        })
package cn.lianxin.sealed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
