/**
 * 水印: pages that show something of a protected concern carry who reads them, for the eye and, too faint for it, for a
 * screenshot of which only a part is left. From such a picture a supervisor learns whose page it was. The mark lies over the
 * page and never in its words. Law: 信访工作条例 §30.
 */
@NullMarked
@ApplicationModule(
        id = "watermark",
        allowedDependencies = {
            "kernel",
            "platform.retention",
            "platform.audit",
            "platform.secret",
            "platform.web",
            "organization"
        })
package cn.lianxin.watermark;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
