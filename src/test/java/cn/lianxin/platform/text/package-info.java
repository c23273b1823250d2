/** Checks on what may be stored and how it is found. */
@NullMarked
package cn.lianxin.platform.text;

import org.jspecify.annotations.NullMarked;
