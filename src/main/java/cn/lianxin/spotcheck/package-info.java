/**
 * 抽查、回访: what was answered is asked about again by people outside the line, drawn by a lot that anybody can recompute;
 * what is not solved is looked at again among others by lot. Law: 北京市接诉即办工作条例 §§23, 32.
 */
@NullMarked
@ApplicationModule(
        id = "spotcheck",
        allowedDependencies = {
            "kernel",
            "platform.retention",
            "platform.web",
            "platform.text",
            "platform.transparency",
            "platform.audit",
            "platform.notification",
            "organization",
            "concern",
            "verdict"
        })
package cn.lianxin.spotcheck;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
