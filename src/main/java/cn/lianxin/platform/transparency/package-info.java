/**
 * 公开账本: what was published cannot be altered, removed or shown differently to different people without anybody noticing. What a
 * room publishes it records here in the same transaction, as a manifest of salted commitments; one sequencer numbers what is
 * committed, and a checkpoint is signed by a key that lies outside of the database.
 */
@NullMarked
@ApplicationModule(
        id = "platform.transparency",
        allowedDependencies = {
            "kernel",
            "platform.web",
            "platform.outgoing",
            "platform.merkle",
            "platform.note",
            "platform.manifest",
            "platform.witness"
        })
package cn.lianxin.platform.transparency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
