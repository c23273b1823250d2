/**
 * What was sent twice is done once: whoever did not get his answer asks again under the same key and gets it then.
 * Stored with the effect in one transaction; without the caller's token nobody can read what was answered.
 */
@NullMarked
@ApplicationModule(
        id = "api.idempotency",
        allowedDependencies = {"kernel", "platform.retention", "application", "api.document"})
package cn.lianxin.api.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
