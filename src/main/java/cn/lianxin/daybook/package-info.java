/**
 * 日账: what was filed, answered and sealed on a day goes into the public log with its day, as one entry that tells neither what nor
 * how much it was; whoever said it can prove every word and file of it. Law: 信访工作条例 §§19, 23 (everything is written down).
 */
@NullMarked
@ApplicationModule(
        id = "daybook",
        allowedDependencies = {
            "kernel",
            "platform.manifest",
            "platform.merkle",
            "platform.transparency",
            "platform.web",
            "platform.witness",
            "organization",
            "concern",
            "sealed",
            "casework"
        })
package cn.lianxin.daybook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
