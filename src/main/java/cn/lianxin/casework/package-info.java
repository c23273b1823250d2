/**
 * 办件: the page of one concern, and each step that somebody may take there: sort, assign, answer, pause, review, step back,
 * speak. The room keeps nothing; what a step does is the concern room's. Others tell it what else to say there: advice on the
 * matter, like decided cases, the worker's judgement, where the answer is told in public.
 */
@NullMarked
@ApplicationModule(
        id = "casework",
        allowedDependencies = {
            "kernel",
            "platform.web",
            "platform.text",
            "platform.attachment",
            "platform.audit",
            "platform.calendar",
            "platform.emergency",
            "organization",
            "identity",
            "promise",
            "concern"
        })
package cn.lianxin.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
