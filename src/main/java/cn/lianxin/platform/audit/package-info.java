/** Append-only record of what was done and what was read (操作记录). */
@NullMarked
@ApplicationModule(
        id = "platform.audit",
        allowedDependencies = {"kernel", "platform.text"})
package cn.lianxin.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
