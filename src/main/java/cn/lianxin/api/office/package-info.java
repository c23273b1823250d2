/**
 * What every office looks up, by the programming interface: matters, mines, working days, figures, and the ledger as
 * a file.
 */
@NullMarked
@ApplicationModule(
        id = "api.office",
        allowedDependencies = {
            "kernel",
            "platform.web",
            "platform.calendar",
            "platform.spreadsheet",
            "organization",
            "promise",
            "application",
            "concern",
            "verdict",
            "insight",
            "ledger",
            "api.document"
        })
package cn.lianxin.api.office;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
