/**
 * 新闻门户: what is published, for whoever comes by, with and without an account, without a script, on paper and in feeds. It reads
 * only what stands in the newsroom as public, so what is taken down is gone from all of it at once. Law:
 * 互联网新闻信息服务管理规定 §§8, 15 (who answers for it, sources).
 */
@NullMarked
@ApplicationModule(
        id = "portal",
        allowedDependencies = {
            "kernel",
            "platform.attachment",
            "platform.rendition",
            "platform.web",
            "newsroom",
            "reprint"
        })
package cn.lianxin.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
