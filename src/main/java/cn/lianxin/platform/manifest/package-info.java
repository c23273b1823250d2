/**
 * What one entry of the log says: a list of commitments to what was published, none of which tells its content without the salt
 * that lies beside it and can be destroyed.
 */
@NullMarked
@ApplicationModule(
        id = "platform.manifest",
        allowedDependencies = {"platform.merkle"})
package cn.lianxin.platform.manifest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
