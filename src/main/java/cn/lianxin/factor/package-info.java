/**
 * 第二道验证: what is asked of somebody besides his password, and of whom it must be. Codes of an authenticator app (RFC
 * 6238), recovery codes on paper, and passkeys (WebAuthn), which need no password; nothing of it needs a network. It ends the sign-ins that {@code identity} begins.
 */
@NullMarked
@ApplicationModule(
        id = "factor",
        allowedDependencies = {
            "kernel",
            "platform.retention",
            "platform.audit",
            "platform.notification",
            "platform.secret",
            "platform.fairness",
            "platform.web",
            "organization",
            "identity"
        })
package cn.lianxin.factor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
