/**
 * 听不见的地方: units that report abnormally little for their size and work, as fear may look like health. Counted once on each
 * Monday from what everybody may count, and told so that nobody is looked for. Law: 安全生产法 §54 (nobody is worse off for
 * having spoken).
 */
@NullMarked
@ApplicationModule(
        id = "silence",
        allowedDependencies = {"kernel", "platform.web", "organization"})
package cn.lianxin.silence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
