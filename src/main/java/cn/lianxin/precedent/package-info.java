/**
 * 类案: before a concern is decided, the likest decided ones with how they ended, and the rule of their day; whoever decides says
 * whether he does the same, or why not. Where an answer is overturned later, its like ones are looked at again. Law: 信访工作条例
 * §3, 行政复议法 and administrative practice of 类案同判: like cases are decided alike, or a reason is given.
 */
@NullMarked
@ApplicationModule(
        id = "precedent",
        allowedDependencies = {
            "kernel",
            "platform.retention",
            "platform.text",
            "platform.web",
            "organization",
            "promise",
            "concern",
            "likeness",
            "platform.likeness"
        })
package cn.lianxin.precedent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
