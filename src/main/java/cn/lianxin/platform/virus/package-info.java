/** Asks a ClamAV daemon about every file that comes in, where one is set up, and keeps apart what it finds. */
@NullMarked
@ApplicationModule(
        id = "platform.virus",
        allowedDependencies = {"kernel", "platform.audit", "platform.web"})
package cn.lianxin.platform.virus;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
