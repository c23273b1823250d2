/**
 * Notices in a text what is dangerous in a coal mine now: the things that kill, what is wrong with them, and whether it is told
 * as happening. Its words are data, {@code emergencies.txt}; how they are read is here.
 */
@NullMarked
@ApplicationModule(
        id = "platform.emergency",
        allowedDependencies = {"platform.classification", "platform.text"})
package cn.lianxin.platform.emergency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
