/** Checks on working days and the ends of periods. */
@NullMarked
package cn.lianxin.platform.calendar;

import org.jspecify.annotations.NullMarked;
