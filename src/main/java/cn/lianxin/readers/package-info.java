/**
 * 谁看过: whoever raised a protected concern sees who has read it, and nobody else does. What is written down lies in the
 * audit room, and the concern room says whose it is; this room only shows it. Law: 信访工作条例 §30.
 */
@NullMarked
@ApplicationModule(
        id = "readers",
        allowedDependencies = {"kernel", "platform.web", "platform.audit", "concern", "release"})
package cn.lianxin.readers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
