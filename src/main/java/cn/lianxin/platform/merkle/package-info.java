/**
 * Trees of hashes as RFC 6962 has them: what proves that an entry is in a log, and that a log has only grown. Computes, and knows
 * neither a database nor a network.
 */
@NullMarked
@ApplicationModule(
        id = "platform.merkle",
        allowedDependencies = {})
package cn.lianxin.platform.merkle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
