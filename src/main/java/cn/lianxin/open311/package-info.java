/**
 * Open311 GeoReport v2: other systems hand in what people told them and follow it by an interface that many of them already
 * speak. An application sees what was filed with its own key, a person what he sees on his pages; nobody a report of
 * wrongdoing or a reporter's name.
 */
@NullMarked
@ApplicationModule(
        id = "open311",
        allowedDependencies = {
            "kernel",
            "platform.web",
            "platform.audit",
            "platform.text",
            "platform.attachment",
            "organization",
            "promise",
            "application",
            "concern"
        })
package cn.lianxin.open311;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
