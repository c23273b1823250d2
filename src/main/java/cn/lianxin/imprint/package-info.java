/**
 * 栏目和刊头: which sections the paper has, by which procedure each is read, and who answers for it from which day; whoever changes that
 * says why, two agree where fewer would read, and readers can check it. Law: 互联网新闻信息服务管理规定 §§11, 12.
 */
@NullMarked
@ApplicationModule(
        id = "imprint",
        allowedDependencies = {
            "kernel",
            "platform.audit",
            "platform.database",
            "platform.text",
            "platform.transparency",
            "platform.web",
            "newsroom"
        })
package cn.lianxin.imprint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
