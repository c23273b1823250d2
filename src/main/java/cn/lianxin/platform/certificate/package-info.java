/**
 * HTTPS: which certificate this installation shows, the enterprise's or one of its own authority (根证书), renewed by itself;
 * and how a device comes to trust it.
 */
@NullMarked
@ApplicationModule(
        id = "platform.certificate",
        allowedDependencies = {"kernel", "platform.audit", "platform.web"})
package cn.lianxin.platform.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
