/**
 * Concerns by the programming interface: raising, following, handling, judging, by the same activities as the pages.
 * There is no way to judge but the worker's own, one concern at a time.
 */
@NullMarked
@ApplicationModule(
        id = "api.concern",
        allowedDependencies = {
            "kernel",
            "platform.web",
            "platform.audit",
            "platform.text",
            "platform.attachment",
            "organization",
            "promise",
            "application",
            "casework",
            "concern",
            "verdict",
            "readers",
            "search",
            "api.document"
        })
package cn.lianxin.api.concern;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
