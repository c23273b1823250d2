/**
 * Which texts are like a text, and which of those that arrive belong together. It knows nothing of concerns: whoever asks
 * gives numbers and texts, and takes them out again. Everything lies in memory and is built anew from what the asker keeps.
 */
@NullMarked
@ApplicationModule(
        id = "platform.likeness",
        allowedDependencies = {"platform.text"})
package cn.lianxin.platform.likeness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
