/**
 * 政策解读: laws by their versions, imported from a collection; an article that explains a clause shows its words and its version, and
 * its editors are told within a minute when a newer version was imported. Law: 互联网新闻信息服务管理规定 §15 (what is published is right).
 */
@NullMarked
@ApplicationModule(
        id = "statute",
        allowedDependencies = {
            "kernel",
            "platform.notification",
            "platform.text",
            "platform.web",
            "identity",
            "newsroom"
        })
package cn.lianxin.statute;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
