/**
 * What a log signs and a witness countersigns, as C2SP has it: signed notes, checkpoints, cosignatures, proof files and the rules by
 * which a checkpoint is believed. Byte for byte, so that programs of others read it.
 */
@NullMarked
@ApplicationModule(
        id = "platform.note",
        allowedDependencies = {"platform.merkle"})
package cn.lianxin.platform.note;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
