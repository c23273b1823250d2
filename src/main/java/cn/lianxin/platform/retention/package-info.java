/**
 * 保存期限: which kinds of data there are, why and how long they are kept, as data that everybody reads; and what lets go
 * of them by itself. What a room keeps it says as {@link cn.lianxin.platform.retention.KeptData}. Law: 个人信息保护法 §§17,
 * 19, 47; 网络安全法 §21.
 */
@NullMarked
@ApplicationModule(
        id = "platform.retention",
        allowedDependencies = {"kernel", "platform.text", "platform.web"})
package cn.lianxin.platform.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
