/** What every page shares: the screen around it, its words, refusals as pages or problems, paging. */
@NullMarked
@ApplicationModule(
        id = "platform.web",
        allowedDependencies = {"kernel"})
package cn.lianxin.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
