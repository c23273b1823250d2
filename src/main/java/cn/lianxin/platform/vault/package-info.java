/**
 * Whose name stands behind what was said in confidence lies here and nowhere else, each under a key of its own that is
 * wrapped by a key outside of the database; all other tables know such a person by an alias. Law: 信访工作条例 §30,
 * 个人信息保护法 §51.
 */
@NullMarked
@ApplicationModule(
        id = "platform.vault",
        allowedDependencies = {"kernel"})
package cn.lianxin.platform.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
