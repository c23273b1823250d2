/**
 * 分派建议: how each desk sorts, learnt from what it sorted before, to suggest the matter of what comes in. It learns from
 * what everybody at that desk may read and from nothing else, keeps weights in memory and no text, and decides nothing.
 */
@NullMarked
@ApplicationModule(
        id = "routing",
        allowedDependencies = {"kernel", "platform.classification", "casework", "concern"})
package cn.lianxin.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
