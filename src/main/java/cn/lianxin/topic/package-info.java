/**
 * 热点: a handful of reports that say the same in other words, seen as the third comes in. Evidence is listed, a person judges, and
 * what was said in confidence, without a name, of wrongdoing or about somebody never enters. Law: 信访工作条例 §3 (source governance).
 */
@NullMarked
@ApplicationModule(
        id = "topic",
        allowedDependencies = {
            "kernel",
            "platform.audit",
            "platform.text",
            "platform.notification",
            "platform.vault",
            "platform.web",
            "organization",
            "foresight"
        })
package cn.lianxin.topic;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
