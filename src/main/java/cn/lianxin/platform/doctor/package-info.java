/**
 * 体检: what is wrong with an installation and what to do about it, in words. Started beside the product, also where it does not
 * start, by {@code ./lianxin doctor}.
 */
@NullMarked
@ApplicationModule(
        id = "platform.doctor",
        allowedDependencies = {"kernel", "platform.backup", "platform.database", "platform.transparency"})
package cn.lianxin.platform.doctor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
