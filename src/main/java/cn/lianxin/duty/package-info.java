/**
 * 公开事项: what an enterprise has to publish, by whom, by when, for how long, with which period for objections, each with its
 * source. A list that is data: whoever keeps it changes it by a wording of its own, which counts from a later day. Law: 劳动合同法
 * §4, 安全生产法 §41, 企业民主管理规定 §§34, 35.
 */
@NullMarked
@ApplicationModule(
        id = "duty",
        allowedDependencies = {
            "kernel",
            "platform.audit",
            "platform.calendar",
            "platform.text",
            "platform.transparency",
            "platform.web",
            "organization",
            "promise"
        })
package cn.lianxin.duty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
