/**
 * SCIM 2.0 (RFC 7642 to 7644): a personnel system pushes who joins, moves and leaves. People are Users, units are Groups,
 * and both are changed by the organization's own steps alone. More leavers in a day than the monthly roster may have
 * without a word are stopped until an administrator says that they are meant.
 */
@NullMarked
@ApplicationModule(
        id = "scim",
        allowedDependencies = {
            "kernel",
            "platform.retention",
            "platform.web",
            "platform.text",
            "platform.audit",
            "platform.notification",
            "organization",
            "identity",
            "application",
            "personnel"
        })
package cn.lianxin.scim;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
