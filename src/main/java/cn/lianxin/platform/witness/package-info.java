/**
 * Those who do not have to believe us: whoever verifies the log from outside, and the witness on another machine, who countersigns
 * what has only grown and keeps the proof where it has not. Both need no database; they start by themselves.
 */
@NullMarked
@ApplicationModule(
        id = "platform.witness",
        allowedDependencies = {"platform.merkle", "platform.note", "platform.manifest"})
package cn.lianxin.platform.witness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
