/**
 * 受理台、承办、拿主意、复查、一览: lists of work with the case beside them, and what a leader looks at in the morning. The
 * room keeps nothing; every row and figure is the concern room's.
 */
@NullMarked
@ApplicationModule(
        id = "desk",
        allowedDependencies = {
            "kernel",
            "platform.web",
            "platform.audit",
            "platform.calendar",
            "organization",
            "identity",
            "promise",
            "casework",
            "concern"
        })
package cn.lianxin.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
