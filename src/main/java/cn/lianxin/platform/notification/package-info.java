/** Telling a person that something happened: the inbox in the product, and the place where ways out of the house attach. */
@NullMarked
@ApplicationModule(
        id = "platform.notification",
        allowedDependencies = {"kernel", "platform.retention", "platform.web", "platform.vault"})
package cn.lianxin.platform.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
