/** From each state that has landed to today's. */
@NullMarked
package cn.lianxin.upgrade;

import org.jspecify.annotations.NullMarked;
