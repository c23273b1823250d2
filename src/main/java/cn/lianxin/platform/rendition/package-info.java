/**
 * 图片尺寸: a picture in a few fixed widths, as JPEG and as WebP, upright, without what the camera wrote and with what law and credit
 * want kept. Made once, when somebody first asks; never larger than what was taken; a crowd waits rather than fills the memory.
 * Law: 人工智能生成合成内容标识办法 §§5, 10 (the mark in the file stays).
 */
@NullMarked
@ApplicationModule(
        id = "platform.rendition",
        allowedDependencies = {"kernel", "platform.attachment"})
package cn.lianxin.platform.rendition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
