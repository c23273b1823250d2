/** Files in and files out: what they really are, how large they may be, and without the traces a camera leaves. */
@NullMarked
@ApplicationModule(
        id = "platform.attachment",
        allowedDependencies = {"kernel", "platform.retention", "platform.text", "platform.virus"})
package cn.lianxin.platform.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
