/**
 * 一视同仁: like cases that were decided differently. What was decided is compared like with like, group by group, with a known
 * share of false findings. Law: 劳动法 §12, 信访工作条例 §3 (no difference of treatment without a reason).
 */
@NullMarked
@ApplicationModule(
        id = "equality",
        allowedDependencies = {
            "kernel",
            "platform.web",
            "platform.text",
            "platform.vault",
            "organization",
            "promise",
            "foresight"
        })
package cn.lianxin.equality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
