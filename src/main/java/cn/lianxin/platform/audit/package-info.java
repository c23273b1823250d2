/**
 * Append-only record of what was done, what was read, who signed in and who was refused (操作记录), each in a chain of hashes
 * whose ends lie outside of the database too. Law: 网络安全法 §21 (kept half a year), GB/T 22239-2019 8.1.4.3.
 */
@NullMarked
@ApplicationModule(
        id = "platform.audit",
        allowedDependencies = {"kernel", "platform.retention", "platform.text", "platform.web"})
package cn.lianxin.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
