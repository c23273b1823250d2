/**
 * 类案: before a concern is decided, the likest decided ones with how they ended, and the rule of their day; whoever decides says
 * whether he does the same, or why not. Where an answer is overturned later, its like ones are looked at again. As courts do it:
 * 最高人民法院《关于统一法律适用加强类案检索的指导意见（试行）》.
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
