/**
 * 评价: what the worker, and nobody else, says of the answer. It lies apart from the concern: no state, list, count,
 * notification or page changes for those who handled it because of one verdict.
 */
@NullMarked
@ApplicationModule(
        id = "verdict",
        allowedDependencies = {
            "kernel",
            "platform.retention",
            "platform.web",
            "platform.text",
            "platform.transparency",
            "platform.notification",
            "platform.vault",
            "organization",
            "identity",
            "casework",
            "concern"
        })
package cn.lianxin.verdict;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
