/**
 * Calls to other machines: HTTP that nobody can turn against the machines beside us, and mail. Each tells whether the
 * other side took it, did not, or whether nobody knows.
 */
@NullMarked
@ApplicationModule(
        id = "platform.outgoing",
        allowedDependencies = {"kernel", "platform.web"})
package cn.lianxin.platform.outgoing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
