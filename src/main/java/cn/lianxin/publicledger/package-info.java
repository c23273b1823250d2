/**
 * 公开台账: what was asked, who had to answer by when, what was answered, what workers said of the batch it belongs to, and whether
 * it came back; for everybody, with the consent of whoever raised it, by two people of two lines, and gone as soon as he takes
 * it back. Law: 个人信息保护法 §§14–15, 25; 信访工作条例 §§4, 30.
 */
@NullMarked
@ApplicationModule(
        id = "publicledger",
        allowedDependencies = {
            "kernel",
            "platform.attachment",
            "platform.audit",
            "platform.identifying",
            "platform.notification",
            "platform.text",
            "platform.transparency",
            "platform.web",
            "organization",
            "identity",
            "promise",
            "concern"
        })
package cn.lianxin.publicledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
