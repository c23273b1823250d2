/**
 * 备份: a copy of an installation taken while it runs, put back into an empty place, rehearsed, and moved to a database of one's
 * own. A copy is rows as PostgreSQL writes them out in one snapshot, with a list of its parts; whatever is damaged in it is named.
 * Where the log of the embedded database is archived, any moment can be gone back to. Started beside the product, by
 * {@code ./lianxin backup}, {@code restore}, {@code rehearse} and {@code move}; within it once a day, where a place is set.
 */
@NullMarked
@ApplicationModule(
        id = "platform.backup",
        allowedDependencies = {
            "kernel",
            "platform.attachment",
            "platform.database",
            "platform.merkle",
            "platform.note",
            "platform.transparency"
        })
package cn.lianxin.platform.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
