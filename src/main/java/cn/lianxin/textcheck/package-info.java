/**
 * 文字检查: what a careful proof-reader stumbles over, found by the machine: words of a list of the enterprise's own, names and
 * titles that are written otherwise, days that cannot be, units, doubled characters, marks that do not close. It speaks of words
 * and never of parts of them, so that a mine can write of 炸药 and of 路口交通; nothing is changed by itself. Law:
 * 互联网新闻信息服务管理规定 §16; 出版物汉字使用管理规定 (characters as they have to be written).
 */
@NullMarked
@ApplicationModule(
        id = "textcheck",
        allowedDependencies = {"kernel", "platform.audit", "platform.text", "platform.web"})
package cn.lianxin.textcheck;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
