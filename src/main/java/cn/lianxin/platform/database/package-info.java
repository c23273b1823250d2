/** The database: an embedded PostgreSQL that keeps its data in one directory, or your own by address. */
@NullMarked
@ApplicationModule(
        id = "platform.database",
        allowedDependencies = {"kernel"})
package cn.lianxin.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
