/**
 * Which of several things a text is about, learnt from texts that people have sorted: its characters and their
 * neighbours, three linear models, and how sure they are together. Knows nothing of matters or of units.
 */
@NullMarked
@ApplicationModule(
        id = "platform.classification",
        allowedDependencies = {"platform.text"})
package cn.lianxin.platform.classification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
