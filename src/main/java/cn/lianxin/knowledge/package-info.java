/**
 * 答疑: a good reply becomes a question with its answer that all may read, of nobody, approved by two people of two lines; it is
 * shown to whoever is about to ask alike, and whether it answered is asked. Law: 信访工作条例 §§4, 38 (what is published tells
 * of nobody), 厂务公开.
 */
@NullMarked
@ApplicationModule(
        id = "knowledge",
        allowedDependencies = {
            "kernel",
            "platform.audit",
            "platform.identifying",
            "platform.likeness",
            "platform.notification",
            "platform.text",
            "platform.transparency",
            "platform.vault",
            "platform.web",
            "organization",
            "identity",
            "promise",
            "concern",
            "likeness",
            "raising"
        })
package cn.lianxin.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
