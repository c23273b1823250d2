/**
 * 转载来源: from whom the paper may reprint, from when until when and on which terms; and what a reprint has to name. Law:
 * 互联网新闻信息服务管理规定 §15 (permitted sources; source, original author, original title and editor's real name).
 */
@NullMarked
@ApplicationModule(
        id = "reprint",
        allowedDependencies = {"kernel", "platform.audit", "platform.text", "platform.web", "organization", "identity"})
package cn.lianxin.reprint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
