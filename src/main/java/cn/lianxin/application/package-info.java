/**
 * 应用: programs of other offices that come in by a token instead of a password. An administrator registers them; a token
 * carries scopes, and either acts for the person who issued it or for the application itself.
 */
@NullMarked
@ApplicationModule(
        id = "application",
        allowedDependencies = {
            "kernel",
            "platform.fairness",
            "platform.retention",
            "platform.audit",
            "platform.text",
            "platform.web",
            "organization",
            "identity"
        })
package cn.lianxin.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
