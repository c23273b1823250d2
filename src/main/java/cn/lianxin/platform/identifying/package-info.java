/**
 * Finds in a text what tells who somebody is: names and how people call each other, numbers that lead to one person, where he
 * sleeps, with which crew he goes down in which shift. Knows no roster; whoever has one adds it. It points, people decide.
 */
@NullMarked
@ApplicationModule(
        id = "platform.identifying",
        allowedDependencies = {"platform.text"})
package cn.lianxin.platform.identifying;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
