/** The few words that every room speaks: who acts, where, what happened, what was refused. Uses nothing. */
@NullMarked
@ApplicationModule(
        id = "kernel",
        allowedDependencies = {})
package cn.lianxin.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
