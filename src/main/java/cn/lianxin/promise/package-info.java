/**
 * What is promised to whoever speaks up: which matter it is, how urgent, who answers for it, by when. For any subject.
 * Limits stand in tables with their source and the day they come into force; 信访工作条例 and the mine's own grades U0–U5.
 */
@NullMarked
@ApplicationModule(
        id = "promise",
        allowedDependencies = {"kernel", "platform.calendar", "organization"})
package cn.lianxin.promise;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
