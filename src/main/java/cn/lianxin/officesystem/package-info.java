/**
 * 办公系统：where an enterprise reviews in its office system, that carries each decision here, signed, and it is done in the name of the
 * reviewer by his rights and by every rule of the newsroom; never more than he could do by hand. Law: 互联网新闻信息服务管理规定 §11;
 * 电子签名法 §13 (who signed can be told).
 */
@NullMarked
@ApplicationModule(
        id = "officesystem",
        allowedDependencies = {
            "kernel",
            "platform.audit",
            "platform.notification",
            "platform.secret",
            "platform.text",
            "platform.web",
            "organization",
            "identity",
            "newsroom"
        })
package cn.lianxin.officesystem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
