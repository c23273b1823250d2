/**
 * What the personnel office knows comes in here (人事名册): units and people from its ledgers, looked at before anything is
 * applied, and then all of it or nothing; and once a month the whole roster, by which whoever is missing leaves. The
 * organization stays the only one that changes; this room reads files, compares and asks.
 */
@NullMarked
@ApplicationModule(
        id = "personnel",
        allowedDependencies = {
            "kernel",
            "platform.retention",
            "platform.web",
            "platform.text",
            "platform.spreadsheet",
            "platform.audit",
            "organization",
            "concern"
        })
package cn.lianxin.personnel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
