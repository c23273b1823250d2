/**
 * 公示: what is published to the people of a mine or of the whole enterprise, at addresses that stay, by two people, in versions
 * that can be compared; with objections, each of which is answered before it ends. What is owed and missing stands there by itself.
 * Law: 劳动合同法 §4, 企业民主管理规定 §§34–36, 个人信息保护法 §§6, 28.
 */
@NullMarked
@ApplicationModule(
        id = "disclosure",
        allowedDependencies = {
            "kernel",
            "platform.attachment",
            "platform.audit",
            "platform.calendar",
            "platform.notification",
            "platform.paper",
            "platform.spreadsheet",
            "platform.text",
            "platform.transparency",
            "platform.web",
            "organization",
            "identity",
            "concern",
            "duty"
        })
package cn.lianxin.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
