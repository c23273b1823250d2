/**
 * 相似诉求: which concerns are like some words. Each node derives it in memory from what may be compared; whether somebody may
 * see what was found is asked of the room of concerns at that moment. {@code lianxin.likeness=false} leaves it out: then
 * nothing is like anything.
 */
@NullMarked
@ApplicationModule(
        id = "likeness",
        allowedDependencies = {"kernel", "platform.database", "platform.likeness", "concern"})
package cn.lianxin.likeness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
