/** Pages on paper: PDF/A with its letters inside, so that it prints alike on every machine and in twenty years. */
@NullMarked
@ApplicationModule(
        id = "platform.paper",
        allowedDependencies = {})
package cn.lianxin.platform.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
