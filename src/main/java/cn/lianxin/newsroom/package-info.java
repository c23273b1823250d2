/**
 * 资讯编辑部: what anybody with an account hands in is read by three, each another person and none of them the author, over exactly
 * the text that then becomes public; it is corrected, retracted and taken down with a reason, and never silently. Law:
 * 互联网新闻信息服务管理规定 §§11, 15, 16 (three reviews, sources, records).
 */
@NullMarked
@ApplicationModule(
        id = "newsroom",
        allowedDependencies = {
            "kernel",
            "platform.attachment",
            "platform.database",
            "platform.notification",
            "platform.rendition",
            "platform.retention",
            "platform.text",
            "platform.transparency",
            "platform.web",
            "organization",
            "identity",
            "reprint",
            "textcheck"
        })
package cn.lianxin.newsroom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
