/**
 * 先进典型: an article that holds people up as an example comes out only when each of them has consented, by himself or on paper, and
 * when the notice about them has run to its end with every objection replied to, and with a public reason where one was found right. Law: 民法典 §§1018, 1019, 1024 (likeness, honour),
 * 个人信息保护法 §§13–15 (consent, and taking it back).
 */
@NullMarked
@ApplicationModule(
        id = "exemplar",
        allowedDependencies = {
            "kernel",
            "platform.audit",
            "platform.calendar",
            "platform.notification",
            "platform.text",
            "platform.transparency",
            "platform.web",
            "organization",
            "identity",
            "newsroom",
            "disclosure"
        })
package cn.lianxin.exemplar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
