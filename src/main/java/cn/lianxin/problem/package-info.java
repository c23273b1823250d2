/**
 * 问题（专项）, 见微知著: what lies behind several concerns has one owner by name, a cause, a cure and a date, and is watched until
 * it has not come back; its concerns keep their own owners, replies and verdicts, and each reader finds only those that he may
 * see. Law: 信访工作条例 §§26, 41 (what many ask for is put right at its root).
 */
@NullMarked
@ApplicationModule(
        id = "problem",
        allowedDependencies = {
            "kernel",
            "platform.audit",
            "platform.notification",
            "platform.text",
            "platform.vault",
            "platform.web",
            "organization",
            "identity",
            "promise",
            "concern",
            "verdict"
        })
package cn.lianxin.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
