/**
 * 三员: who keeps the installation, who gives its roles and who watches both, as three people; and what they did, for the third.
 * GB/T 22239-2019 8.1.5.
 */
@NullMarked
@ApplicationModule(
        id = "administration",
        allowedDependencies = {"kernel", "platform.audit", "platform.web", "organization", "identity"})
package cn.lianxin.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
