/**
 * 搬家: articles of a former portal come in, out of a WordPress export, a folder of saved pages or Word files. What is found in them is a
 * submission of whoever answers for the import and is passed as every other; readers who come by an old address are led on once
 * it is public. Law: 互联网新闻信息服务管理规定 §§11, 15 (nothing public without review, sources).
 */
@NullMarked
@ApplicationModule(
        id = "formerportal",
        allowedDependencies = {
            "kernel",
            "platform.attachment",
            "platform.identifying",
            "platform.text",
            "platform.web",
            "organization",
            "newsroom",
            "reprint",
            "textcheck"
        })
package cn.lianxin.formerportal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
