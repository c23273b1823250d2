/** What the database must not show in clear is locked under a key that lies outside of it. */
@NullMarked
@ApplicationModule(
        id = "platform.secret",
        allowedDependencies = {"kernel"})
package cn.lianxin.platform.secret;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
