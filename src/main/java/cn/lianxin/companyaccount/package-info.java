/**
 * 单位账号: the company says who somebody is, by its directory (LDAP, Active Directory) or by its OpenID Connect provider.
 * It knows passwords, never people: those the roster knows.
 */
@NullMarked
@ApplicationModule(
        id = "companyaccount",
        allowedDependencies = {
            "kernel",
            "platform.audit",
            "platform.fairness",
            "platform.outgoing",
            "platform.secret",
            "platform.retention",
            "platform.web",
            "organization",
            "identity"
        })
package cn.lianxin.companyaccount;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
