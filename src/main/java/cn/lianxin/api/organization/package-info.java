/**
 * Units and people by the programming interface, for the systems of personnel offices that are no SCIM clients. What
 * is not below the caller is not there.
 */
@NullMarked
@ApplicationModule(
        id = "api.organization",
        allowedDependencies = {"kernel", "organization", "application", "api.document"})
package cn.lianxin.api.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
