/**
 * 台账: the spreadsheet an office keeps today comes in whole, with its own dates and replies, and everything goes out again
 * without a cap. Each row stays as it came beside the concern that it became.
 */
@NullMarked
@ApplicationModule(
        id = "ledger",
        allowedDependencies = {
            "kernel",
            "platform.retention",
            "platform.web",
            "platform.text",
            "platform.audit",
            "platform.spreadsheet",
            "organization",
            "promise",
            "concern"
        })
package cn.lianxin.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
