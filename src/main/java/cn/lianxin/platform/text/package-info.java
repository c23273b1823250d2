/** Chinese text: what may be stored, how it is compared, the grams by which it is found. */
@NullMarked
@ApplicationModule(
        id = "platform.text",
        allowedDependencies = {"kernel"})
package cn.lianxin.platform.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
