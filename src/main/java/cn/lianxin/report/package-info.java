/**
 * 简报: what an office tells of a week, a month and a year, and what hangs on the notice board. Frozen when it is issued;
 * what was wrong is said by the next number. Law: 信访工作条例 §41.
 */
@NullMarked
@ApplicationModule(
        id = "report",
        allowedDependencies = {
            "kernel",
            "platform.retention",
            "platform.audit",
            "platform.paper",
            "platform.spreadsheet",
            "platform.text",
            "platform.vault",
            "platform.web",
            "organization",
            "identity",
            "promise",
            "delivery",
            "verdict",
            "insight"
        })
package cn.lianxin.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
