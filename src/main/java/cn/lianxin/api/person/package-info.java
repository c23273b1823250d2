/**
 * The caller himself by the programming interface: his rights, his inbox, his deputies; and the accounts that he
 * keeps.
 */
@NullMarked
@ApplicationModule(
        id = "api.person",
        allowedDependencies = {
            "kernel",
            "platform.web",
            "platform.notification",
            "organization",
            "identity",
            "application",
            "api.document"
        })
package cn.lianxin.api.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
